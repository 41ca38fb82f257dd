import { showThemeButton } from './admin/theme-button';

showThemeButton();
