export interface GroupsView {
  readonly note: string | null;
  readonly groups: readonly { readonly id: number; readonly name: string; readonly description: string; readonly members: string; readonly own: boolean }[];
}

export interface GrantColumn {
  readonly verb: string;
  readonly label: string;
  /** What it means, for those who hover or listen. */
  readonly words: string;
}

/** `none`: this verb means nothing here. `fixed`: somebody without the right cannot give it. */
export interface GrantCell {
  readonly value: string;
  readonly label: string;
  readonly state: 'on' | 'off' | 'fixed' | 'none';
}

export interface GrantTable {
  readonly caption: string;
  readonly columns: readonly GrantColumn[];
  readonly rows: readonly { readonly label: string; readonly address: string | null; readonly cells: readonly GrantCell[] }[];
}

export interface GroupView {
  readonly csrfToken: string;
  readonly note: string | null;
  /** Null: a new one. */
  readonly id: number | null;
  readonly name: string;
  readonly description: string;
  /** Why it cannot be changed, or null. */
  readonly readOnly: string | null;
  readonly tables: readonly GrantTable[];
  readonly page: string;
  readonly pageVerbs: readonly { readonly verb: string; readonly label: string; readonly on: boolean }[];
  readonly problems: ReadonlyMap<string, string>;
  readonly members: readonly { readonly id: number; readonly name: string; readonly email: string; readonly initials: string; readonly active: boolean }[];
  readonly deletable: boolean;
}

declare module '../../platform/http/views' {
  interface Views {
    'admin/groups/index': GroupsView;
    'admin/groups/edit': GroupView;
  }
}
