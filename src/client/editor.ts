import { startEditor } from './admin/editor/start';

startEditor();
