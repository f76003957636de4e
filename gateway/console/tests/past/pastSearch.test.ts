import { createRouterTransport } from "@connectrpc/connect";
import { expect, test } from "vitest";
import { emptyBoard } from "../../src/board/board";
import { Feed } from "../../src/board/feed";
import type { Line } from "../../src/live/keptStream";
import { clientsOver } from "../../src/contracts/clients";
import { IncidentService, type SearchIncidentsRequest } from "../../src/generated/handhaving/dispatch/v1/incident_service_pb";
import { PastSearch } from "../../src/past/pastSearch";
import { incident } from "../board/messages";

class StillFeed extends Feed {
  constructor(line: Line) {
    super(() => { throw new Error("not opened here"); }, () => undefined);
    this.set({ ...this.state, line, board: { ...emptyBoard, complete: true } });
  }
}

function searching(line: Line = { phase: "live" }) {
  const asked: { request: SearchIncidentsRequest; reason: string | null }[] = [];
  const transport = createRouterTransport(({ rpc }) => {
    rpc(IncidentService.method.searchIncidents, (request, { requestHeader }) => {
      asked.push({ request, reason: requestHeader.get("x-reason") });
      return request.pageToken === "" ? { incidents: [incident(2)], nextPageToken: "more" } : { incidents: [incident(1)], nextPageToken: "" };
    });
  });
  const search = new PastSearch(clientsOver(transport), new StillFeed(line), "westelijke-mijnstreek");
  search.giveReason("klacht over geluidsoverlast");
  search.change({ words: "geluid" });
  return { search, asked };
}

test("the next page is of what was asked, whatever was typed since", async () => {
  const { search, asked } = searching();
  await search.search();
  search.change({ words: "iets anders" });
  await search.more();

  expect(search.state.found?.map(({ number }) => number)).toEqual(["2027-000002", "2027-000001"]);
  expect(asked.map(({ request, reason }) => [request.query, request.pageToken, reason])).toEqual([["geluid", "", "klacht over geluidsoverlast"], ["geluid", "more", "klacht over geluidsoverlast"]]);
});

test("without a reason, or without a connection, nothing is asked", async () => {
  const { search, asked } = searching();
  search.giveReason(" … ");
  await search.search();
  const offline = searching({ phase: "lost", since: 0 });
  await offline.search.search();

  expect([asked.length, offline.asked.length, search.state.problem, offline.search.state.problem]).toEqual([0, 0, undefined, "offline"]);
});
