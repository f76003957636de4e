// Addresses, contract, token and clients. Everything a partner in Node needs before the first call.
import { credentials, loadPackageDefinition, Metadata } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { fileURLToPath } from "node:url";

const address = process.env.HANDHAVING_GRPC ?? "127.0.0.1:5101";
const identity = process.env.HANDHAVING_IDENTITY ?? "http://127.0.0.1:5110";
const secret = process.env.HANDHAVING_CLIENT_SECRET ?? "partner-simulator-development";

const protos = fileURLToPath(new URL("../../../protos", import.meta.url));
const definition = loadSync(
  [
    "handhaving/dispatch/v1/incident_service.proto",
    "handhaving/dispatch/v1/assignment_service.proto",
    "handhaving/dispatch/v1/unit_service.proto",
    "handhaving/dispatch/v1/board_service.proto",
    "google/rpc/status.proto",
    "google/rpc/error_details.proto",
  ],
  { includeDirs: [protos, `${protos}/third_party`], longs: String, enums: String, defaults: true, oneofs: true },
);
const { dispatch } = loadPackageDefinition(definition).handhaving;
const open = (Service) => new Service(address, credentials.createInsecure());

export const incidents = open(dispatch.v1.IncidentService);
export const assignments = open(dispatch.v1.AssignmentService);
export const units = open(dispatch.v1.UnitService);
export const board = open(dispatch.v1.BoardService);

export function close() {
  for (const client of [incidents, assignments, units, board]) client.close();
}

/** Headers with an access token by client credentials; a token is good for ten minutes. */
export async function signIn() {
  const answer = await fetch(new URL("/connect/token", identity), {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", client_id: "partner-simulator", client_secret: secret }),
  });
  if (!answer.ok) throw new Error(`The identity provider answered ${answer.status}.`);
  const headers = new Metadata();
  headers.set("authorization", `Bearer ${(await answer.json()).access_token}`);
  return headers;
}

/** One unary call as a promise. Every call has a deadline. */
export function call(client, method, request, headers, milliseconds = 5000) {
  return new Promise((resolve, reject) => {
    client[method](request, headers, { deadline: Date.now() + milliseconds }, (error, answer) => (error ? reject(error) : resolve(answer)));
  });
}

/** Details of an error by their type: `{ "google.rpc.ErrorInfo": {...}, "google.rpc.LocalizedMessage": {...} }`. */
export function detailsOf(error) {
  const [bytes] = error.metadata?.get("grpc-status-details-bin") ?? [];
  if (!bytes) return {};
  const { details } = definition["google.rpc.Status"].deserialize(bytes);
  return Object.fromEntries(
    details.map(({ type_url, typeUrl, value }) => {
      const type = (type_url ?? typeUrl).split("/").pop();
      return [type, definition[type]?.deserialize(value)];
    }),
  );
}

/** Reads a stream message by message; `next` gives undefined at its end and throws its error. */
export function reader(stream) {
  const messages = [];
  let wake = () => {};
  let failure;
  let ended = false;
  stream.on("data", (message) => (messages.push(message), wake()));
  stream.on("error", (error) => ((failure = error), wake()));
  stream.on("end", () => ((ended = true), wake()));
  return {
    async next() {
      while (messages.length === 0) {
        if (failure) throw failure;
        if (ended) return undefined;
        await new Promise((resolve) => (wake = resolve));
      }
      return messages.shift();
    },
    /** The first message that fits; all before it are passed over. */
    async until(fits) {
      for (;;) {
        const message = await this.next();
        if (!message) throw new Error("The stream ended before the message that was waited for.");
        if (fits(message)) return message;
      }
    },
  };
}
