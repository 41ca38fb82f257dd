import type { Html } from '../../platform/html/html';
import type { DateBlock, DateText, FilterLink, Pager } from '../../cms/pages/view-parts';
import type { ResolvedLink } from '../../cms/references/renderer';

/** Said in words with an icon; the kind only chooses both. */
export interface EventState {
  readonly kind: 'open' | 'later' | 'over' | 'cancelled' | 'postponed';
  /** "Registration open" */
  readonly text: string;
}

/** An event in a list: home page, promoted, upcoming. */
export interface EventCard {
  readonly title: string;
  readonly url: string;
  readonly text: string | null;
  /** Null: the date is not known yet. */
  readonly date: DateBlock | null;
  /** "15–21 March 2025", "Date to be announced" */
  readonly dateText: string;
  readonly place: string | null;
  /** "Hosted by …": names joined. */
  readonly host: string | null;
  readonly state: EventState | null;
  readonly registrationUrl: string | null;
  readonly calendarUrl: string | null;
  readonly picture: Html | null;
}

export interface EventListingView {
  readonly introduction: string | null;
  readonly body: Html | null;
  /** Chosen by hand, above the others; not in `upcoming` again. */
  readonly promoted: readonly EventCard[];
  /** Ascending, those without a date last. */
  readonly upcoming: readonly EventCard[];
  readonly past: readonly { readonly year: string; readonly events: readonly { readonly title: string; readonly url: string; readonly dates: string }[] }[];
  readonly pager: Pager | null;
  /** All, IETF meetings, interims … Empty when every event is of one type. */
  readonly types: readonly FilterLink[];
  readonly years: readonly FilterLink[];
  readonly calendarUrl: string | null;
  readonly feedUrl: string | null;
}

export interface SponsorView {
  readonly name: string;
  readonly url: string | null;
  readonly logo: Html | null;
}

export interface VenueView {
  readonly title: string;
  readonly lines: readonly string[];
  readonly roomRates: Html | null;
  readonly extras: readonly Html[];
  readonly reservationsOpen: DateText | null;
  readonly reservationName: string | null;
  readonly contacts: readonly Html[];
}

export interface EventView {
  readonly introduction: string | null;
  readonly date: DateBlock | null;
  readonly dateText: string;
  readonly place: string | null;
  /** "In the room and online" */
  readonly attendance: string | null;
  /** "Asia/Bangkok, UTC+7" */
  readonly timeZone: string | null;
  readonly state: EventState | null;
  readonly registrationUrl: string | null;
  readonly calendarUrl: string | null;
  /** Of the place 'hero'. */
  readonly picture: Html | null;
  readonly body: Html | null;
  readonly keyDetails: readonly { readonly title: string; readonly links: readonly (ResolvedLink | { readonly url: null; readonly text: string; readonly external: false })[] }[];
  readonly keyDetailsExpanded: boolean;
  /** Null when none of its parts is filled. */
  readonly venue: VenueView | null;
  readonly hosts: readonly SponsorView[];
  readonly sponsors: readonly { readonly category: string; readonly sponsors: readonly SponsorView[] }[];
}

declare module '../../platform/http/views' {
  interface Views {
    'events/listing': EventListingView;
    'events/event': EventView;
  }
}
