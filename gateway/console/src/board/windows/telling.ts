import { ConnectError, type Code } from "@connectrpc/connect";
import { traceKey } from "../../contracts/trace";

/** What a window asks of the worker. */
export type Asked =
  | {
    kind: "open";
    /** Of this stream, among those of its window. */
    id: number;
    /** Name of the team, as `teams/{team}`. */
    board: string;
    subject: string;
    resumeToken: string;
    accessToken: string;
    /** Name of a lock that the window holds for as long as it lives. */
    life: string;
  }
  | { kind: "close"; id: number };

/** What the worker tells a window. */
export type Told =
  | {
    /** The stream was taken on; what it says comes later. */
    kind: "taken";
    id: number;
    /** Name of a lock that the worker holds for as long as it lives. */
    life: string;
  }
  | {
    kind: "said";
    id: number;
    /** A `WatchBoardResponse`. */
    message: Uint8Array<ArrayBuffer>;
    at: number;
  }
  | { kind: "ended"; id: number; error: ToldError | undefined };

/** An error of a call, as it can be posted. */
export interface ToldError {
  code: Code;
  text: string;
  trace: string;
  details: { type: string; value: Uint8Array }[];
}

export function toldOf(thrown: unknown): ToldError | undefined {
  if (thrown === undefined) return undefined;
  const error = ConnectError.from(thrown);
  return { code: error.code, text: error.rawMessage, trace: error.metadata.get(traceKey) ?? "", details: error.details.filter((detail) => "type" in detail).map(({ type, value }) => ({ type, value })) };
}

export function errorOf({ code, text, trace, details }: ToldError): ConnectError {
  const error = new ConnectError(text, code, { [traceKey]: trace });
  error.details = details;
  return error;
}
