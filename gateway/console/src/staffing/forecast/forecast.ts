import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import type { DemandHour } from "../../generated/handhaving/capacity/v1/demand_pb";
import type { DemandService, ForecastDemandResponse } from "../../generated/handhaving/capacity/v1/demand_service_pb";
import { curveOf, weekLength, type CallHour } from "./curve";

export interface Forecast {
  answer: ForecastDemandResponse;
  curve: readonly CallHour[];
  /** True: there are more calls of the week before than were read, and that line is left out. */
  isCut: boolean;
}

const rows = 1_000;
const mostPages = 20;

/** Reads what is expected of one municipality, and what came a week before. Moments in milliseconds since 1970. */
export async function readForecast(client: Pick<Client<typeof DemandService>, "forecastDemand" | "listDemand">, parent: string, start: number, end: number): Promise<Forecast> {
  const answer = await client.forecastDemand({ parent, startTime: timestampFromMs(start), endTime: timestampFromMs(end) });
  const before: DemandHour[] = [];
  let pageToken = "";
  for (let page = 0; page < mostPages && (page === 0 || pageToken !== ""); page++) {
    const listed = await client.listDemand({ parent, startTime: timestampFromMs(start - weekLength), endTime: timestampFromMs(end - weekLength), pageSize: rows, pageToken });
    before.push(...listed.hours);
    pageToken = listed.nextPageToken;
  }
  const curve = curveOf(answer.hours, before, Date.now());
  return { answer, isCut: pageToken !== "", curve: pageToken === "" ? curve : curve.map((hour) => ({ ...hour, lastWeek: undefined })) };
}
