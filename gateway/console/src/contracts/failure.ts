import { Code, ConnectError } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema, LocalizedMessageSchema } from "../generated/google/rpc/error_details_pb";
import { traceKey } from "./trace";

/** A call that did not succeed, as the contracts tell it. */
export interface Failure {
  /** Reason in capitals; `NO_ANSWER` when none came at all, `UNKNOWN` when it is none of the contracts'. */
  reason: string;
  /** What happened, in Dutch; empty when the platform said nothing. */
  dutch: string;
  /** The same in English. */
  english: string;
  metadata: Readonly<Record<string, string>>;
  fields: readonly FieldProblem[];
  traceId: string;
  /** True: it may have been done all the same. Only the same request again tells. */
  inDoubt: boolean;
}

export interface FieldProblem {
  /** Path of the field, for example `incident.location`. */
  field: string;
  text: string;
}

const doubtful = new Set([Code.Unavailable, Code.DeadlineExceeded, Code.Unknown, Code.Canceled, Code.Internal]);

export function failureOf(thrown: unknown): Failure {
  const error = ConnectError.from(thrown);
  const [info] = error.findDetails(ErrorInfoSchema);
  const [text] = error.findDetails(LocalizedMessageSchema);
  const [fields] = error.findDetails(BadRequestSchema);
  const spoken = info?.domain === "handhaving";
  return {
    reason: spoken ? info.reason : reasonOf(error.code),
    dutch: text?.message ?? "",
    english: spoken ? error.rawMessage : "",
    metadata: info?.metadata ?? {},
    fields: (fields?.fieldViolations ?? []).map((violation) => ({ field: violation.field, text: violation.localizedMessage?.message ?? violation.description })),
    traceId: info?.metadata.traceId ?? error.metadata.get(traceKey) ?? "",
    inDoubt: doubtful.has(error.code) || info?.reason === "TRY_AGAIN",
  };
}

// Unknown is what a failing fetch is told as.
const unanswered = new Set([Code.Unavailable, Code.DeadlineExceeded, Code.Unknown]);

function reasonOf(code: Code): string {
  return unanswered.has(code) ? "NO_ANSWER" : "UNKNOWN";
}
