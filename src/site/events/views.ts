import type { Html } from '../../platform/html/html';
import type { DayRange } from '../../platform/dates';
import type { StatusBanner } from '../../cms/pages/frame';
import type { ActiveFilter, DateBlock, DateText, FilterLink, Pager } from '../../cms/pages/view-parts';
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
  /** The same, each day by itself. */
  readonly dates: DayRange | null;
  readonly place: string | null;
  /** "Online only", where the place does not say it. */
  readonly attendance: string | null;
  /** "Hosted by …": names joined. */
  readonly host: string | null;
  readonly state: EventState | null;
  readonly registrationUrl: string | null;
  readonly calendarUrl: string | null;
  readonly picture: Html | null;
}

/** A line of past events. */
export interface PastEvent {
  readonly title: string;
  readonly url: string;
  /** "15–21 Mar", below a heading of the year. */
  readonly dates: DayRange | null;
  readonly place: string | null;
  readonly host: string | null;
  /** "Cancelled", "Online only" */
  readonly notes: readonly string[];
}

export interface EventListingView {
  readonly introduction: string | null;
  readonly body: Html | null;
  /** Chosen by hand, above the others; not in `upcoming` again. */
  readonly promoted: readonly EventCard[];
  /** Ascending, those without a date last. */
  readonly upcoming: readonly EventCard[];
  readonly past: readonly { readonly year: string; readonly events: readonly PastEvent[] }[];
  /** How many there are, and by what they are filtered. */
  readonly filtered: { readonly sentence: string; readonly active: readonly ActiveFilter[]; readonly clearUrl: string | null };
  readonly pager: Pager | null;
  /** All, IETF meetings, interims … Empty when every event is of one type. */
  readonly types: readonly FilterLink[];
  readonly years: readonly FilterLink[];
  readonly calendarUrl: string | null;
  /** The same for calendars that subscribe to addresses. */
  readonly webcalUrl: string | null;
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
  readonly dates: DayRange | null;
  readonly place: string | null;
  /** "In the room and online" */
  readonly attendance: string | null;
  /** "Asia/Bangkok, UTC+7" */
  readonly timeZone: string | null;
  /** From the first midnight there to the last, as clocks in UTC show it: "13 November 2026, 17:00". */
  readonly utcSpan: { readonly start: DateText; readonly end: DateText } | null;
  readonly banner: StatusBanner | null;
  readonly state: EventState | null;
  readonly registrationUrl: string | null;
  /** While it is still worth adding. */
  readonly calendarUrl: string | null;
  /** Else: calendars that have it may want to know what became of it. */
  readonly calendarFileUrl: string | null;
  /** Of the place 'top'. */
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
