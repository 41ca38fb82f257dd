import type { Db } from '../platform/db/connect';
import type { FormTokens } from '../platform/http/form-token';
import type { Templates } from '../platform/http/views';
import type { Mount } from './addresses/mounts';
import type { AddressRules } from './addresses/patterns';
import type { PageFeeds } from './feeds/site-feeds';
import type { SignedAddresses } from './media/signed-address';
import type { Navigation } from './navigation/navigation';
import type { Assets } from './pages/layout';
import type { TextMarks } from './references/text-marks';
import type { Registry } from './registry';
import type { ContentVersions } from './sites/content-versions';
import type { PerVersion } from './sites/site-memory';
import type { SiteDirectory } from './sites/site-directory';

/** What showing pages needs. */
export interface PageDeps {
  readonly db: Db;
  readonly now: () => Date;
  readonly templates: Templates;
  readonly assets: Assets;
  readonly registry: Registry;
  readonly sites: SiteDirectory;
  readonly versions: ContentVersions;
  readonly navigation: PerVersion<Navigation>;
  readonly siteFeeds: PerVersion<readonly PageFeeds[]>;
  readonly addressRules: PerVersion<AddressRules>;
  readonly textMarks: PerVersion<TextMarks>;
  readonly formTokens: FormTokens;
  /** Of private pictures in previews. */
  readonly signedAddresses: SignedAddresses;
  /** Trees of files beside the pages; none by default. */
  readonly mounts: readonly Mount[];
}
