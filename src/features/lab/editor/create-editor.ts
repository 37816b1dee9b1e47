import { history, indentWithTab, redo, standardKeymap, toggleComment, undo } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { HighlightStyle, indentUnit, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile'
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { lintDockerfile } from './lint-dockerfile.ts'

export type EditorHandle = { text: () => string; dispose: () => void }

type EditorEvents = { onSave: () => void; onEdit: () => void }

/**
 * Puts an editor into `parent`. It is in a shadow root, where CodeMirror uses constructed style sheets, which the
 * content security policy allows; outside one it would use <style> elements.
 */
export function createEditor(
  parent: HTMLElement,
  path: string,
  text: string,
  { onSave, onEdit }: EditorEvents,
): EditorHandle {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' })
  const saved = () => {
    onSave()
    return true
  }
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        indentUnit.of('  '),
        syntaxHighlighting(highlight),
        keymap.of([{ key: 'Mod-s', run: saved }, indentWithTab, ...editingKeys, ...standardKeymap]),
        EditorView.updateListener.of(({ docChanged }) => {
          if (docChanged) onEdit()
        }),
        EditorView.contentAttributes.of({ 'aria-label': `${path}. Press Escape, then Tab to leave it.` }),
        theme,
        ...languageOf(path),
      ],
    }),
  })
  return { text: () => view.state.doc.toString(), dispose: () => view.destroy() }
}

/**
 * Some of CodeMirror's key bindings; its default set also takes over browser shortcuts such as Alt ← and Ctrl Shift
 * K.
 */
const editingKeys = [
  { key: 'Mod-z', run: undo, preventDefault: true },
  { key: 'Mod-y', mac: 'Mod-Shift-z', run: redo, preventDefault: true },
  { linux: 'Ctrl-Shift-z', run: redo, preventDefault: true },
  { key: 'Mod-/', run: toggleComment },
]

function languageOf(path: string): Extension[] {
  const name = path.split('/').at(-1) ?? ''
  if (/^(Dockerfile|Containerfile)|\.dockerfile$/i.test(name)) {
    return [
      StreamLanguage.define(dockerFile),
      lintGutter(),
      linter(lintUnlessUnavailable(dockerfileProblems)),
    ]
  }
  if (/\.ya?ml$/.test(name)) return [yaml(), lintGutter(), linter(lintUnlessUnavailable(yamlProblems))]
  return []
}

/** If a linter’s code fails to load, the next change retries. */
function lintUnlessUnavailable(check: (view: EditorView) => Promise<Diagnostic[]>) {
  return (view: EditorView) => check(view).catch((): Diagnostic[] => [lintUnavailable])
}

const lintUnavailable: Diagnostic = {
  from: 0,
  to: 0,
  severity: 'info',
  message: 'Not checked: the checker did not load. It tries again when you change the text.',
}

async function dockerfileProblems(view: EditorView): Promise<Diagnostic[]> {
  const { doc } = view.state
  const at = ({ line, character }: { line: number; character: number }) =>
    Math.min(doc.line(Math.min(line + 1, doc.lines)).from + character, doc.length)
  const found = await lintDockerfile(doc.toString())
  return found.map(({ range, message, severity }) => ({
    from: at(range.start),
    to: at(range.end),
    message: typeof message === 'string' ? message : message.value,
    severity: severity === 1 ? 'error' : 'warning',
  }))
}

async function yamlProblems(view: EditorView): Promise<Diagnostic[]> {
  const { parseDocument } = await import('yaml')
  const { doc } = view.state
  return parseDocument(doc.toString(), { prettyErrors: false }).errors.map(({ pos, message }) => ({
    from: Math.min(pos[0], doc.length),
    to: Math.min(pos[1], doc.length),
    message,
    severity: 'error',
  }))
}

const monospaceTheme = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'

/** The colors of code in lessons. */
const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--correct)' },
  { tag: [tags.number, tags.bool, tags.variableName], color: 'var(--caution)' },
  { tag: [tags.comment, tags.meta], color: 'var(--ink-soft)' },
])

/** Design tokens (custom properties) are inherited into a shadow root. */
const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper-raised)', fontSize: '0.82rem', height: '100%' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-scroller': {
    fontFamily: monospaceTheme,
    lineHeight: '1.5',
    fontVariantNumeric: 'lining-nums',
    overflow: 'auto',
  },
  '.cm-gutters': { backgroundColor: 'var(--paper-sunk)', color: 'var(--ink-soft)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--paper-sunk)' },
  '&.cm-focused': { outline: '2px solid var(--accent)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--rule-strong)',
    color: 'var(--ink)',
  },
})
