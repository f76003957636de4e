// The operator's job by hand: sign in, watch the board, report, ask which units fit, assign the best one, see it on the board.
// Run: HANDHAVING_GRPC=127.0.0.1:5101 HANDHAVING_IDENTITY=http://127.0.0.1:5110 node sample.mjs
import { randomUUID } from "node:crypto";
import { assignments, board, call, close, detailsOf, incidents, reader, signIn, units } from "./platform.mjs";

const parent = "municipalities/0888";
const headers = await signIn();

// The board: hello, a snapshot, then every change. Keep the last resumeToken to go on after a drop.
const stream = board.watchBoard({ parent: "teams/westelijke-mijnstreek" }, headers);
const watch = reader(stream);
await watch.until((message) => message.snapshotEnd);

// A unit signs on with its crew. On a platform where the simulator plays, it may be on duty already.
const unit = `${parent}/units/boa-0888-1`;
const crew = [{ officer: "officer-0888-01" }, { officer: "officer-0888-02" }];
await call(units, "signOnUnit", { name: unit, crew, requestId: randomUUID() }, headers).catch((error) => {
  if (detailsOf(error)["google.rpc.ErrorInfo"]?.reason !== "UNIT_ALREADY_ON_DUTY") throw error;
});

// One request_id per intention. Without an answer, send the very same request again: it is carried out once.
const report = {
  parent,
  requestId: randomUUID(),
  incident: {
    source: "INCIDENT_SOURCE_PHONE",
    type: "parking.blocked-exit",
    priority: 3,
    description: "Auto staat voor de uitrit.",
    location: { position: { latitude: 50.941, longitude: 5.797 }, accuracyMeters: 20, description: "Beek-Centrum" },
  },
};
const { incident } = await call(incidents, "reportIncident", report, headers);
console.log(`reported   ${incident.number}`);

const { picks, rejections } = await call(incidents, "recommendUnits", { name: incident.name }, headers);
for (const pick of picks) console.log(`fits       ${pick.callSign}, ${pick.travelSeconds} s`);
for (const no of rejections) console.log(`fits not   ${no.callSign}: ${no.reasons.map((reason) => reason.text).join(", ")}`);

stream.on("error", () => {}); // Cancelling ends the stream with CANCELLED.
const end = (sentence) => {
  if (sentence) console.error(sentence);
  stream.cancel();
  close();
  process.exit(sentence ? 1 : 0);
};
if (picks.length === 0) end(`No unit is free that fits ${incident.number}. It waits on the board for one; run this again when a unit is on duty and free.`);

// The etag says which version of the incident you saw; whoever comes second gets ABORTED and looks again.
try {
  const request = { parent: incident.name, unit: picks[0].unit, etag: incident.etag, requestId: randomUUID() };
  const { assignment } = await call(assignments, "assignUnit", request, headers);
  console.log(`offered to ${assignment.unit}`);
} catch (error) {
  const details = detailsOf(error);
  const { reason } = details["google.rpc.ErrorInfo"] ?? {};
  end(`refused    ${reason ?? error.message}: ${details["google.rpc.LocalizedMessage"]?.message ?? "no answer"}`);
}

const seen = await watch.until(({ delta }) => delta?.item?.incident?.name === incident.name && delta.item.incident.assignments.length > 0);
console.log(`on board   ${seen.delta.item.incident.number}, ${seen.delta.item.incident.assignments[0].state}`);
end();
