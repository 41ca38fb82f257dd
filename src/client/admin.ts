import { startComparison } from './admin/history/compare';
import { startDialogLinks } from './admin/dialog/links';
import { startExplorer } from './admin/explorer/start';
import { startLibrary } from './admin/media/start';
import { startPublishForm } from './admin/publish-form';
import { startPalette } from './admin/palette/palette';
import { showThemeButton } from './admin/theme-button';

showThemeButton();
startDialogLinks();
startPublishForm();
startComparison();
startExplorer();
startLibrary();
startPalette();
