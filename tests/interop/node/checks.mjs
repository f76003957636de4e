// Proves the contract with grpc-js. One line per check; the first failure ends the run with exit code 1.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Metadata, status } from "@grpc/grpc-js";
import { board, call, close, detailsOf, incidents, reader, signIn, units } from "./platform.mjs";

const team = "teams/westelijke-mijnstreek";
const headers = await signIn();
const report = (changes = {}) => ({
  parent: "municipalities/0888",
  requestId: randomUUID(),
  incident: {
    source: "INCIDENT_SOURCE_PHONE",
    type: "waste.litter",
    priority: 4,
    description: "Zwerfafval op het plein.",
    location: { position: { latitude: 50.941, longitude: 5.797 }, description: "Beek-Centrum" },
    ...changes,
  },
});
const failureOf = (promise) => promise.then(() => assert.fail("the call succeeded"), (error) => error);
const cancel = async (stream) => {
  const ended = new Promise((resolve) => stream.on("error", resolve));
  stream.cancel();
  return ended;
};

const checks = {
  async "a unary call reports an incident"() {
    const { incident } = await call(incidents, "reportIncident", report(), headers);
    assert.match(incident.name, /^municipalities\/0888\/incidents\/[0-9a-f-]{36}$/);
    assert.equal(incident.state, "INCIDENT_STATE_PENDING");
    assert.ok(incident.etag);
  },

  async "the same request_id gives the same answer"() {
    const request = report();
    const first = await call(incidents, "reportIncident", request, headers);
    const again = await call(incidents, "reportIncident", request, headers);
    assert.deepEqual(again, first);
  },

  async "the same request_id with another content is refused"() {
    const request = report();
    await call(incidents, "reportIncident", request, headers);
    const error = await failureOf(call(incidents, "reportIncident", { ...request, incident: { ...request.incident, priority: 5 } }, headers));
    assert.equal(error.code, status.ALREADY_EXISTS);
    assert.equal(detailsOf(error)["google.rpc.ErrorInfo"].reason, "REQUEST_ID_REUSED");
  },

  async "the board streams hello, snapshot, end of snapshot and the delta of a new report"() {
    const stream = board.watchBoard({ parent: team }, headers);
    const watch = reader(stream);
    const hello = await watch.next();
    assert.ok(hello.hello.reset && hello.hello.heartbeatSeconds > 0);
    let items = 0;
    const end = await watch.until((message) => (message.snapshotItem ? (items++, false) : message.snapshotEnd));
    assert.equal(end.snapshotEnd.itemCount, items);
    assert.equal(Number(end.sequence), items + 2);
    const { incident } = await call(incidents, "reportIncident", report(), headers);
    const seen = await watch.until(({ delta }) => delta?.item?.incident?.name === incident.name);
    assert.ok(seen.resumeToken);
    await cancel(stream);
  },

  async "the board resumes by its token without a snapshot"() {
    const stream = board.watchBoard({ parent: team }, headers);
    const { resumeToken } = await reader(stream).until((message) => message.snapshotEnd);
    await cancel(stream);
    const { incident } = await call(incidents, "reportIncident", report(), headers);
    const second = board.watchBoard({ parent: team, resumeToken }, headers);
    const watch = reader(second);
    assert.equal((await watch.next()).hello.reset, false);
    await watch.until((message) => {
      assert.ok(!message.snapshotItem);
      return message.delta?.item?.incident?.name === incident.name;
    });
    await cancel(second);
  },

  async "the position stream acknowledges each batch"() {
    const stream = units.streamPositions(headers);
    const acknowledgements = reader(stream);
    for (const batch of ["1", "2"]) {
      const fix = { position: { latitude: 50.94, longitude: 5.8 }, fixTime: { seconds: `${Math.floor(Date.now() / 1000)}` }, accuracyMeters: 10 };
      stream.write({ parent: "municipalities/0888", batch, fixes: [{ unit: "municipalities/0888/units/boa-0888-3", fix }] });
      const answer = await acknowledgements.next();
      assert.equal(answer.batch, batch);
      assert.equal(answer.acceptedCount + answer.refusals.length, 1);
    }
    stream.end();
    assert.equal(await acknowledgements.next(), undefined);
  },

  async "an error carries its reason and a Dutch text"() {
    const error = await failureOf(call(incidents, "reportIncident", report({ type: "nonsense" }), headers));
    const details = detailsOf(error);
    assert.equal(error.code, status.INVALID_ARGUMENT);
    assert.equal(details["google.rpc.ErrorInfo"].reason, "UNKNOWN_INCIDENT_TYPE");
    assert.equal(details["google.rpc.ErrorInfo"].domain, "handhaving");
    assert.match(details["google.rpc.LocalizedMessage"].locale, /^nl/);
    assert.ok(details["google.rpc.LocalizedMessage"].message.length > 0);
  },

  async "a call without a token is refused"() {
    const error = await failureOf(call(incidents, "reportIncident", report(), new Metadata()));
    assert.equal(error.code, status.UNAUTHENTICATED);
  },

  async "a deadline that passes ends the call"() {
    const watch = reader(board.watchBoard({ parent: team }, headers, { deadline: Date.now() + 300 }));
    const error = await failureOf(watch.until(() => false));
    assert.equal(error.code, status.DEADLINE_EXCEEDED);
  },

  async "a cancelled stream ends and the next call works"() {
    const stream = board.watchBoard({ parent: team }, headers);
    await reader(stream).until((message) => message.snapshotEnd);
    assert.equal((await cancel(stream)).code, status.CANCELLED);
    await call(incidents, "listIncidents", { parent: "municipalities/-", pageSize: 1 }, headers);
  },
};

for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok      node: ${name}`);
  } catch (error) {
    console.log(`FAILED  node: ${name}\n${error.stack}`);
    process.exit(1);
  }
}
close();
