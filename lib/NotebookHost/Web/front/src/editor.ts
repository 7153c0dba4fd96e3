// The editor of a cell: CodeMirror with C# colours, Jupyter's keys and the session's help.

import { acceptCompletion, closeBrackets, closeBracketsKeymap, completionKeymap, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { csharp } from "@codemirror/legacy-modes/mode/clike";
import { EditorState, Prec, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, type KeyBinding } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { assist, hideSignature, type Assistant } from "./assist";
import type { CellType } from "./model";

export interface EditorActions {
  changed(text: string): void;
  run(how: "next" | "stay" | "below"): void;
  leave(): void;
  above(): void;
  below(): void;
  focused(): void;
}

// The same variables colour the code that is not being edited.
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.atom, tags.bool, tags.null], color: "var(--k)" },
  { tag: [tags.string, tags.special(tags.string), tags.character], color: "var(--s)" },
  { tag: tags.number, color: "var(--n)" },
  { tag: tags.comment, color: "var(--c)", fontStyle: "italic" },
  { tag: [tags.typeName, tags.className, tags.standard(tags.name)], color: "var(--t)" },
  { tag: [tags.meta, tags.processingInstruction], color: "var(--p)" },
]);

const language = StreamLanguage.define(csharp);

export function createEditor(parent: HTMLElement, text: string, type: CellType, label: string, actions: EditorActions, assistant: Assistant | null): EditorView {
  const first = (view: EditorView) => view.state.doc.lineAt(view.state.selection.main.head).number === 1 && view.state.selection.main.empty;
  const last = (view: EditorView) => view.state.doc.lineAt(view.state.selection.main.head).number === view.state.doc.lines && view.state.selection.main.empty;
  const keys: KeyBinding[] = [
    { key: "Shift-Enter", run: () => { actions.run("next"); return true; } },
    { key: "Mod-Enter", run: () => { actions.run("stay"); return true; } },
    { key: "Alt-Enter", run: () => { actions.run("below"); return true; } },
    { key: "Escape", run: view => { if (completionStatus(view.state) !== null || hideSignature(view)) return false; actions.leave(); return true; } },
    { key: "Tab", run: view => acceptCompletion(view) || indentMore(view), shift: indentLess },
    { key: "ArrowUp", run: view => first(view) && completionStatus(view.state) === null ? (actions.above(), true) : false },
    { key: "ArrowDown", run: view => last(view) && completionStatus(view.state) === null ? (actions.below(), true) : false },
  ];
  const code: Extension = type === "code"
    ? [language, syntaxHighlighting(colours), bracketMatching(), closeBrackets(), indentOnInput(), assistant ? assist(assistant) : []]
    : EditorView.lineWrapping;
  const editor = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of(keys)),
        history(),
        drawSelection(),
        highlightSpecialChars(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        code,
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
        EditorView.updateListener.of(update => {
          if (update.docChanged) actions.changed(update.state.doc.toString());
          if (update.focusChanged && update.view.hasFocus) actions.focused();
        }),
      ],
    }),
  });
  // The text inside takes the focus; a scrolling box that refuses it is an obstacle to those who have no mouse.
  editor.scrollDOM.removeAttribute("tabindex");
  return editor;
}
