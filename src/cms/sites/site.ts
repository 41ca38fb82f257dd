/** One website: a tree of pages with its own host names, navigation and settings (content.md S-01, S-02). */
export interface Site {
  readonly id: number;
  readonly key: string;
  /** "IETF": the end of every title. */
  readonly name: string;
  /** "Internet Engineering Task Force". */
  readonly organisation: string;
  readonly lang: string;
  readonly timeZone: string;
  /** `https://www.example.org`, without a final slash. The only source of absolute addresses. */
  readonly baseUrl: string;
  readonly settings: SiteSettings;
}

export interface SiteSettings {
  /** The description of pages that have none (P-06). */
  readonly defaultDescription: string;
  /** `image:…` for social cards of pages without one. */
  readonly defaultSharingImage: string | null;
  readonly contactEmail: string;
  readonly supportEmail: string;
  /** Said in the footer of a demonstration; null elsewhere. */
  readonly demonstrationNotice: string | null;
  readonly mailArchiveUrl: string;
  readonly datatrackerUrl: string;
  /** `page:…` with the form for "Report a problem with this page"; null: the site has none. */
  readonly reportForm: string | null;
}
