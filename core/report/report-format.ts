/** The formats of reports: two for people, the others for what reads them. */
export const reportFormats = ["pretty", "plain", "json", "github", "sarif", "gitlab", "junit", "markdown"] as const;

/** How a report is printed. */
export type ReportFormat = (typeof reportFormats)[number];
