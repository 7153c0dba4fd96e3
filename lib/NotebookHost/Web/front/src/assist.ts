// What the session knows about the code under the cursor: completions, signatures, declarations, errors.

import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { EditorView, hoverTooltip, showTooltip, type Tooltip, type ViewUpdate } from "@codemirror/view";
import { make, quietly } from "./dom";
import { fromCodePoints, toCodePoints } from "./positions";
import { harmless, type Found } from "./diagnostics";

export interface Assistant {
  ask(type: string, code: string, position: number): Promise<Record<string, any>>;
  /** Whether a word stands in a cell that has not run yet. */
  declaredElsewhere(word: string): boolean;
  /** Whether any cell has run in this session. */
  begun(): boolean;
}

const kinds: Record<string, string> = {
  keyword: "keyword", class: "class", struct: "class", interface: "interface", enum: "enum", delegate: "type", method: "method",
  property: "property", field: "property", event: "property", namespace: "namespace", local: "variable", parameter: "variable",
  constant: "constant", magic: "text",
};

export function assist(assistant: Assistant): Extension {
  return [
    autocompletion({ override: [context => complete(assistant, context)], activateOnTypingDelay: 20, updateSyncTime: 150, icons: true, maxRenderedOptions: 80 }),
    hoverTooltip((view, position) => hover(assistant, view, position), { hoverTime: 350 }),
    signatures(assistant),
    diagnostics(assistant),
  ];
}

async function complete(assistant: Assistant, context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*$/u);
  const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
  if (!context.explicit && !word && before !== "." && before !== "#" && before !== "!") return null;
  const code = context.state.doc.toString();
  try {
    const reply = await assistant.ask("complete_request", code, toCodePoints(code, context.pos));
    const items = (reply.metadata?._jupyter_types_experimental ?? []) as { text: string; type: string; signature: string }[];
    return {
      from: fromCodePoints(code, reply.cursor_start),
      to: context.pos,
      options: items.map((item, i): Completion => ({
        label: item.text,
        type: kinds[item.type] ?? "text",
        // The session's order: own names first.
        boost: Math.max(-99, 50 - i),
        ...(item.signature ? { info: () => make("div", { class: "signature" }, item.signature) } : {}),
      })),
      // The session sends at most 500: a longer list is asked for again with more letters.
      ...(items.length < 500 ? { validFor: /^[\p{L}\p{N}_]*$/u } : {}),
    };
  } catch {
    return null;
  }
}

async function hover(assistant: Assistant, view: EditorView, position: number): Promise<Tooltip | null> {
  const word = view.state.wordAt(position);
  if (!word) return null;
  const code = view.state.doc.toString();
  try {
    const reply = await assistant.ask("hover_request", code, toCodePoints(code, position));
    if (!reply.found) return null;
    return {
      pos: word.from,
      end: word.to,
      above: true,
      create: () => ({
        dom: make("div", { class: "known" },
          make("div", { class: "signature" }, reply.signature),
          reply.documentation ? make("div", { class: "words" }, reply.documentation) : null,
          reply.value ? make("pre", {}, reply.value) : null),
      }),
    };
  } catch {
    return null;
  }
}

const setHelp = StateEffect.define<Tooltip | null>();

const help = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setHelp)) return effect.value;
    return value && transaction.docChanged ? { ...value, pos: transaction.changes.mapPos(value.pos) } : value;
  },
  provide: field => showTooltip.from(field),
});

/** Hides the signature, if one is shown; true when there was one. */
export function hideSignature(view: EditorView): boolean {
  if (!view.state.field(help, false)) return false;
  view.dispatch({ effects: setHelp.of(null) });
  return true;
}

// The parenthesis of the call that encloses the position, in the text alone.
function openCall(text: string, position: number): number {
  let depth = 0;
  for (let i = position - 1; i >= 0 && position - i < 2000; i--) {
    const c = text[i]!;
    if (c === ")" || c === "]" || c === "}") depth++;
    else if (c === "[" || c === "{") { if (depth === 0) return -1; depth--; }
    else if (c === "(") { if (depth === 0) return i; depth--; }
    else if (c === ";" && depth === 0) return -1;
  }
  return -1;
}

function signatures(assistant: Assistant): Extension {
  let asked = 0;
  const look = async (view: EditorView) => {
    const position = view.state.selection.main.head;
    const code = view.state.doc.toString();
    const start = openCall(code, position);
    if (start < 0 || !/[\p{L}\p{N}_>\]]\s*$/u.test(code.slice(0, start))) {
      hideSignature(view);
      return;
    }
    const number = ++asked;
    const reply = await assistant.ask("signature_request", code, toCodePoints(code, position)).catch(() => null);
    if (number !== asked) return;
    if (view.state.doc.toString() !== code) {
      // Typing went on meanwhile: the answer is for another text.
      void look(view);
      return;
    }
    const overloads = (reply?.overloads ?? []) as { label: string; documentation: string; parameters: { label: string; documentation: string }[] }[];
    view.dispatch({ effects: setHelp.of(overloads.length === 0 ? null : { pos: start, above: true, create: () => ({ dom: card(overloads, reply!.active_parameter) }) }) });
  };
  return [
    help,
    EditorView.updateListener.of((update: ViewUpdate) => {
      if (!update.docChanged && !update.selectionSet) return;
      let typed = "";
      update.changes.iterChanges((_f, _t, _fb, _tb, inserted) => { typed += inserted.toString(); });
      if (update.view.state.field(help) || /[(,]/.test(typed)) void look(update.view);
    }),
    EditorView.domEventHandlers({ blur: (_event, view) => { setTimeout(() => hideSignature(view)); return false; } }),
  ];
}

function card(overloads: { label: string; documentation: string; parameters: { label: string; documentation: string }[] }[], active: number): HTMLElement {
  const [first] = overloads;
  const parameter = first!.parameters[Math.min(active, first!.parameters.length - 1)];
  const at = parameter ? first!.label.lastIndexOf(parameter.label) : -1;
  return make("div", { class: "known help" },
    at < 0
      ? make("div", { class: "signature" }, first!.label)
      : make("div", { class: "signature" }, first!.label.slice(0, at), make("b", {}, parameter!.label), first!.label.slice(at + parameter!.label.length)),
    parameter?.documentation ? make("div", { class: "words" }, parameter.documentation) : first!.documentation ? make("div", { class: "words" }, first!.documentation) : null,
    overloads.length > 1 ? make("div", { class: "more" }, `and ${overloads.length - 1} more ${overloads.length === 2 ? "overload" : "overloads"}`) : null);
}

function diagnostics(assistant: Assistant): Extension {
  let view: EditorView | undefined;
  const look = quietly(450, async () => {
    const editor = view!;
    const code = editor.state.doc.toString();
    const reply = await assistant.ask("diagnostics_request", code, 0).catch(() => null);
    if (!reply || editor.state.doc.toString() !== code) return;
    const found = (reply.diagnostics as Found[])
      .map(d => ({ ...d, start: fromCodePoints(code, d.start), end: fromCodePoints(code, d.end) }))
      .filter(d => !harmless(d, code, assistant.begun(), word => assistant.declaredElsewhere(word)))
      .map((d): Diagnostic => ({ from: d.start, to: Math.max(d.end, Math.min(d.start + 1, code.length)), severity: d.severity, message: `${d.message} (${d.id})` }));
    editor.dispatch(setDiagnostics(editor.state, found));
  });
  return EditorView.updateListener.of(update => {
    if (update.docChanged) { view = update.view; look(); }
  });
}
