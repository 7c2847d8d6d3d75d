/** Values that no API should send: with getters that throw, without prototypes, cyclic, revoked, huge. */
export const treacherous: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  1001.5,
  1e300,
  1001n,
  Symbol("code"),
  "",
  "1".repeat(1_000_000),
  "__proto__",
  "constructor",
  "toString",
  [],
  [1001],
  () => 1001,
  Object.create(null),
  new Map([["failure", 1]]),
  {
    get failure() {
      throw new Error("no failure");
    },
  },
  { valueOf: () => 1001, toString: () => "1001" },
  new Proxy({}, { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap }),
  revokedProxy(),
  cyclic(),
  JSON.parse('{"__proto__": {"code": 1001}, "failure": {"__proto__": {"code": 1001}}}'),
];

function trap(): never {
  throw new Error("trapped");
}

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function cyclic(): object {
  const message: Record<string, unknown> = { status: "payment_failed" };
  message["failure"] = message;
  message["source"] = message;
  return message;
}
