/**
 * For fields of commands, codes and addresses: nothing that a browser or a phone would help with is wanted there. A
 * spelling checker may also send what was typed to its maker.
 */
export const verbatimInputProps = {
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
} as const
