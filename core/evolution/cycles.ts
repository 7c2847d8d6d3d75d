/** The circles of a map that leads from members to members: `a → b → a`. Each begins where the map first comes by it. */
export function cyclesOf<Member>(next: ReadonlyMap<Member, Member>): readonly (readonly Member[])[] {
  const cycles: (readonly Member[])[] = [];
  const done = new Set<Member>();
  for (const start of next.keys()) {
    const walked = new Map<Member, number>();
    let member: Member | undefined = start;
    while (member !== undefined && !done.has(member) && !walked.has(member)) {
      walked.set(member, walked.size);
      member = next.get(member);
    }
    const from = member === undefined ? undefined : walked.get(member);
    if (from !== undefined) cycles.push([...walked.keys()].slice(from));
    for (const seen of walked.keys()) done.add(seen);
  }
  return cycles;
}
