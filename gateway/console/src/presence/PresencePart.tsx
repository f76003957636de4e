import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { useAnswer } from "../asking/useAnswer";
import { addDays, dayOf, isDay } from "../capacity/calendar/period";
import { readAll } from "../contracts/readAll";
import type { PresenceService, ShiftPresence } from "../generated/handhaving/capacity/v1/presence_service_pb";
import type { PatrolZone } from "../generated/handhaving/capacity/v1/zone_pb";
import type { ZoneService } from "../generated/handhaving/capacity/v1/zone_service_pb";
import { momentOfField, timeOfDay } from "../time/words";
import { NormForm } from "./NormForm";
import { linesOf, municipalityOfArea } from "./presence";
import { PresenceTable } from "./PresenceTable";
import { ZoneList } from "./ZoneList";

interface Properties {
  client: Client<typeof PresenceService>;
  zones: Client<typeof ZoneService>;
  owner: string;
  /** Codes of the municipalities whose norms somebody may set. */
  municipalities: readonly string[];
  districts: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
  mayChange: boolean;
}

const usual = 14; // days back
const most = 92; // days
const rows = 200;

/** How long units were where in some days of one owner, against the norms. */
export function PresencePart({ client, zones, owner, municipalities, districts, names, mayChange }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const [{ from, to }, setDays] = useState(() => ({ from: addDays(dayOf(Date.now()), -usual), to: dayOf(Date.now()) }));
  const { answer, answeredAt, isAsking, failure, ask } = useAnswer<readonly ShiftPresence[]>();
  const zonesNow = useAnswer<readonly PatrolZone[]>();
  const isWrong = !isDay(from) || !isDay(to) || to < from || to >= addDays(from, most);
  const read = useCallback(() => {
    const [start, end] = [momentOfField(`${from}T00:00`) ?? 0, momentOfField(`${addDays(to, 1)}T00:00`) ?? 0];
    void ask(async () => (await client.listPresence({ parent: owner, startTime: timestampFromMs(start), endTime: timestampFromMs(end) })).presences);
  }, [ask, client, owner, from, to]);
  useEffect(read, []); // eslint-disable-line react-hooks/exhaustive-deps -- read once with the usual days; later days are asked for
  const askZones = zonesNow.ask;
  useEffect(() => void askZones(() => readAll(async (pageToken) => {
    const { zones: found, nextPageToken } = await zones.listPatrolZones({ parent: owner, pageSize: rows, pageToken });
    return { rows: found, nextPageToken };
  })), [askZones, zones, owner]);
  const lines = linesOf(answer ?? []);
  const own = [...districts].filter(([code]) => municipalities.includes(municipalityOfArea(code)) && (owner.startsWith("teams/") || owner === `municipalities/${municipalityOfArea(code)}`));
  const nameOf = (area: string) => districts.get(area) ?? names.get(area) ?? area;
  return (
    <>
      <section className="presence-part" aria-labelledby="presence-title">
        <h3 id="presence-title">{t("presence.reached")}</h3>
        <form className="presence-fields" onSubmit={(event) => { event.preventDefault(); if (!isWrong) read(); }}>
          <label className="field">{t("presence.from")}<input type="date" value={from} aria-invalid={isWrong} onChange={(event) => setDays({ from: event.target.value, to })} /></label>
          <label className="field">{t("presence.to")}<input type="date" value={to} aria-invalid={isWrong} onChange={(event) => setDays({ from, to: event.target.value })} /></label>
          <button type="submit" className="main" disabled={isWrong || isAsking}>{t("presence.ask")}</button>
          <p role="status">{isAsking ? t("presence.reading") : answeredAt !== 0 ? t("presence.readAt", { time: timeOfDay(answeredAt) }) : ""}</p>
        </form>
        {isWrong && <p role="alert" className="problem-line">{t("presence.wrong", { most })}</p>}
        <ul className="presence-about">{(["source", "over", "unknown", "kept"] as const).map((about) => <li key={about}>{t(`presence.about.${about}`)}</li>)}</ul>
        {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={read} signInBeside={signInBeside} />}
        {answer && lines.length === 0 && <p className="nothing">{t("presence.none")}</p>}
        {lines.length > 0 && <PresenceTable lines={lines} nameOf={nameOf} />}
      </section>
      {mayChange && own.length > 0 && (
        <section className="presence-part" aria-labelledby="norm-title">
          <h3 id="norm-title">{t("presence.norm.title")}</h3>
          <p className="quiet">{t("presence.norm.about")}</p>
          <NormForm client={client} districts={own} onDone={read} />
        </section>
      )}
      {zonesNow.failure && <FailureBox failure={zonesNow.failure} advice={readingAdviceOf(zonesNow.failure)} retry={undefined} signInBeside={signInBeside} />}
      {zonesNow.answer && <ZoneList zones={zonesNow.answer} />}
    </>
  );
}
