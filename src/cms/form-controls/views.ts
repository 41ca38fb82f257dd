import type { Html } from '../../platform/html/html';
import type { Frame } from './place';

interface Line {
  frame: Frame;
  type: 'text' | 'email' | 'url' | 'date' | 'datetime-local';
  mode: 'numeric' | 'decimal' | null;
  value: string;
  /** Characters that may be published; null: not counted. */
  max: number | null;
}

/** A target by its URI, and how it is called. */
interface Chosen {
  ref: string;
  kinds: string;
  label: string | null;
}

interface Item {
  token: string;
  controls: Html;
}

interface BlockItem {
  id: string;
  type: string;
  label: string;
  description: string;
  /** Null: it may not be changed here, for this reason. */
  controls: Html | null;
  locked: string | null;
  problem: string | null;
}

declare module '../../platform/http/views' {
  interface Views {
    'admin/form-controls/field': { frame: Frame; control: Html };
    'admin/form-controls/line': Line;
    'admin/form-controls/area': { frame: Frame; value: string; rows: number; max: number | null; isCode: boolean };
    'admin/form-controls/boolean': { frame: Frame; isOn: boolean };
    'admin/form-controls/choice': { frame: Frame; options: readonly { value: string; label: string; isChosen: boolean }[] };
    'admin/form-controls/date-time': { line: Line; zone: string; stored: string };
    'admin/form-controls/image': { frame: Frame; image: Chosen; alt: string; answer: 'described' | 'decorative' | null; isAsked: boolean; thumb: string | null };
    'admin/form-controls/link': { frame: Frame; link: Chosen; text: string };
    'admin/form-controls/reference': { frame: Frame; reference: Chosen };
    'admin/form-controls/rich-text': { frame: Frame; html: string; json: string; size: string };
    'admin/form-controls/table': { frame: Frame; html: string; json: string };
    'admin/form-controls/group': { frame: Frame; controls: Html; isOptional: boolean; isPresent: boolean };
    'admin/form-controls/list': { frame: Frame; max: number; itemLabel: string; items: readonly Item[]; template: Html };
    'admin/form-controls/blocks': { frame: Frame; max: number; items: readonly BlockItem[]; templates: readonly BlockItem[] };
  }
}

export type { Line, BlockItem };
