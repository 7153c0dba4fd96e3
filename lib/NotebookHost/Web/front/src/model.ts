// What travels between the page and the server; ../protocol.md says when.

export type CellType = "code" | "markdown" | "raw";

export interface CellSource { id: string; type: CellType; source: string }

export type Bundle = Record<string, unknown>;

export interface Output {
  output_type: "stream" | "display_data" | "execute_result" | "error";
  name?: string;
  text?: unknown;
  data?: Bundle;
  ename?: string;
  evalue?: string;
  traceback?: string[];
  transient?: { display_id?: string };
}

export interface CellState extends CellSource { tags: string[]; html: string; count?: number | null; outputs?: Output[] }

export interface SessionState { state: "none" | "starting" | "idle" | "busy" | "dead"; reason: string; pending: string[]; running: string | null; executed: number }

export interface LessonState {
  name: string;
  title: string;
  revision: number;
  trusted: boolean;
  outdated: boolean;
  file: string;
  previous: { url: string; title: string } | null;
  next: { url: string; title: string } | null;
  session: SessionState;
  cells: CellState[];
}

export interface Message {
  channel: "shell" | "control" | "stdin" | "iopub" | "course";
  header: { msg_id: string; msg_type: string };
  parent_header: { msg_id?: string; msg_type?: string };
  metadata: { cell?: string };
  content: Record<string, any>;
}

/** Text as nbformat stores it: one string, or a list of lines. */
export const joined = (value: unknown): string => Array.isArray(value) ? value.join("") : typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
