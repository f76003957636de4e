// Runs in the browser: the same contract over gRPC-Web with connect-web. `runChecks` gives one line per check.
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createGrpcWebTransport } from "@connectrpc/connect-web";
import { BoardService } from "./generated/handhaving/dispatch/v1/board_service_pb.js";
import { IncidentSource, IncidentState } from "./generated/handhaving/dispatch/v1/incident_pb.js";
import { IncidentService } from "./generated/handhaving/dispatch/v1/incident_service_pb.js";
import { ErrorInfoSchema, LocalizedMessageSchema } from "./generated/google/rpc/error_details_pb.js";

const parent = "teams/westelijke-mijnstreek";
const unary = { timeoutMs: 5000 };

function require(holds, what) {
  if (!holds) throw new Error(`not so: ${what}`);
}

function report(changes = {}) {
  return {
    parent: "municipalities/0888",
    requestId: crypto.randomUUID(),
    incident: {
      source: IncidentSource.PHONE,
      type: "waste.litter",
      priority: 4,
      description: "Zwerfafval op het plein.",
      location: { position: { latitude: 50.941, longitude: 5.797 }, description: "Beek-Centrum" },
      ...changes,
    },
  };
}

async function failureOf(promise) {
  try {
    await promise;
  } catch (error) {
    return ConnectError.from(error);
  }
  throw new Error("the call succeeded");
}

/** Reads the board until a message fits, passing each to `see`; stops the stream and gives the message. */
async function watchUntil(board, resumeToken, fits, see = () => {}) {
  const stop = new AbortController();
  try {
    for await (const message of board.watchBoard({ parent, resumeToken }, { signal: stop.signal })) {
      see(message);
      if (await fits(message)) return message;
    }
  } finally {
    stop.abort();
  }
  throw new Error("the stream ended before the message that was waited for");
}

const checks = {
  async "a unary call reports an incident"({ incidents }) {
    const { incident } = await incidents.reportIncident(report(), unary);
    require(/^municipalities\/0888\/incidents\/[0-9a-f-]{36}$/.test(incident.name), incident.name);
    require(incident.state === IncidentState.PENDING, "pending");
  },

  async "the same request_id gives the same answer"({ incidents }) {
    const request = report();
    const first = await incidents.reportIncident(request, unary);
    const again = await incidents.reportIncident(request, unary);
    require(first.incident.name === again.incident.name && first.incident.etag === again.incident.etag, "the first answer again");
  },

  async "the board streams hello, snapshot, end of snapshot and the delta of a new report"({ board, incidents }) {
    const kinds = [];
    let name;
    const seen = await watchUntil(
      board,
      "",
      async ({ event }) => {
        if (event.case === "snapshotEnd") name = (await incidents.reportIncident(report(), unary)).incident.name;
        return event.case === "delta" && event.value.item?.item.value.name === name;
      },
      ({ event }) => kinds.push(event.case),
    );
    const end = kinds.indexOf("snapshotEnd");
    require(kinds[0] === "hello" && end > 0, `hello first, then a snapshot: ${kinds}`);
    require(kinds.slice(1, end).every((kind) => kind === "snapshotItem"), "only items before the end of the snapshot");
    require(seen.resumeToken.length > 0, "a token with each change");
  },

  async "the board resumes by its token without a snapshot"({ board, incidents }) {
    const { resumeToken } = await watchUntil(board, "", ({ event }) => event.case === "snapshotEnd");
    const { incident } = await incidents.reportIncident(report(), unary);
    const kinds = [];
    await watchUntil(
      board,
      resumeToken,
      ({ event }) => event.case === "delta" && event.value.item?.item.value.name === incident.name,
      ({ event }) => kinds.push(event.case),
    );
    require(kinds[0] === "hello" && !kinds.includes("snapshotItem"), `no second snapshot: ${kinds}`);
  },

  async "an error carries its reason and a Dutch text"({ incidents }) {
    const error = await failureOf(incidents.reportIncident(report({ type: "nonsense" }), unary));
    const [info] = error.findDetails(ErrorInfoSchema);
    const [text] = error.findDetails(LocalizedMessageSchema);
    require(error.code === Code.InvalidArgument, `INVALID_ARGUMENT, not ${Code[error.code]}`);
    require(info?.reason === "UNKNOWN_INCIDENT_TYPE" && info.domain === "handhaving", `reason ${info?.reason}`);
    require(text?.locale.startsWith("nl") && text.message.length > 0, "a Dutch text");
  },

  async "a call without a token is refused"({ anonymous }) {
    const error = await failureOf(anonymous.reportIncident(report(), unary));
    require(error.code === Code.Unauthenticated, `UNAUTHENTICATED, not ${Code[error.code]}`);
  },

  async "a deadline that passes ends the call"({ board }) {
    const reading = (async () => {
      for await (const { event } of board.watchBoard({ parent }, { timeoutMs: 300 })) require(event.case, "messages until then");
    })();
    const error = await failureOf(reading);
    require(error.code === Code.DeadlineExceeded, `DEADLINE_EXCEEDED, not ${Code[error.code]}`);
  },

  async "a cancelled stream ends and the next call works"({ board, incidents }) {
    const stop = new AbortController();
    const reading = (async () => {
      for await (const { event } of board.watchBoard({ parent }, { signal: stop.signal })) if (event.case === "snapshotEnd") stop.abort();
    })();
    require((await failureOf(reading)).code === Code.Canceled, "CANCELLED");
    await incidents.listIncidents({ parent: "municipalities/-", pageSize: 1 }, unary);
  },
};

globalThis.runChecks = async ({ baseUrl, token }) => {
  const signIn = (next) => (request) => {
    request.header.set("authorization", `Bearer ${token}`);
    return next(request);
  };
  const transport = createGrpcWebTransport({ baseUrl, interceptors: [signIn] });
  const clients = {
    incidents: createClient(IncidentService, transport),
    board: createClient(BoardService, transport),
    anonymous: createClient(IncidentService, createGrpcWebTransport({ baseUrl })),
  };
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check(clients);
      await globalThis.tell(`ok      browser: ${name}`);
    } catch (error) {
      await globalThis.tell(`FAILED  browser: ${name}\n${error.stack}`);
      return false;
    }
  }
  return true;
};
