// Only refines: every page works without this script.
import { markContents } from './site/contents';
import { loadEmbedsOnClick } from './site/embeds';
import { openTargets } from './site/fold';
import { refineMenu } from './site/menu';
import { suggestWhileTyping } from './site/suggestions';
import { showThemeSwitch } from './site/theme-switch';
import { openOnWideScreens } from './site/wide-details';

refineMenu();
openOnWideScreens();
openTargets();
markContents();
loadEmbedsOnClick();
showThemeSwitch();
suggestWhileTyping();
