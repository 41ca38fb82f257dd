import type { ConfigData } from 'html-validate';

/** The recommended rules but two: EJS writes `/>` nowhere and quotes everywhere, and a long title is the editor's choice. */
export const HTML_RULES: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    // boxes to tick share a name, as in every form since 1993
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
  },
};
