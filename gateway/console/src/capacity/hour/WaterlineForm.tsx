import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { ReasonForm } from "../../asking/ReasonForm";
import { ownerOf } from "../../contracts/names";
import { useFocusBack } from "../../look/useFocusBack";
import { useStore } from "../../time/store";
import { dateFieldOf, momentOfField } from "../../time/words";
import type { Clients } from "../clients";
import { loweringReasons, problemOf, waysFor, type WaterlineWay } from "./waterline";

interface Properties {
  clients: Pick<Clients, "ledger" | "triangle">;
  may: { changeWaterline: boolean; proposeWaterline: boolean };
  parent: string;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  minimum: number;
  onChanged: () => void;
}

/** The minimum that stays, over a stretch that begins with this hour: raised at once, or lowered by a decision that is proposed here. */
export function WaterlineForm({ clients, may, parent, start, end, minimum, onChanged }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [isOpen, setOpen] = useState(false);
  const button = useFocusBack(isOpen);
  const [done, setDone] = useState<number | "proposed">();
  const [draft, setDraft] = useState({ from: dateFieldOf(start), to: dateFieldOf(end), minimum: String(minimum) });
  const ways = waysFor(may);
  const [chosen, setChosen] = useState<WaterlineWay>(ways[0] ?? "raise");
  const place = `waterline ${parent}`;
  const { busy, troubles } = useStore(acts);
  const failure = troubles.get(place)?.failure;
  const problem = problemOf(draft);
  const send = async (reason: string) => {
    const [from, to] = [momentOfField(draft.from), momentOfField(draft.to)];
    if (problem || from === undefined || to === undefined) return;
    const asked = { parent, startTime: timestampFromMs(from), endTime: timestampFromMs(to), minimum: Number(draft.minimum) };
    const answer = chosen === "raise"
      ? await acts.run(place, t("capacity.waterline.kept"), async (requestId) => { setDone((await clients.ledger.changeWaterline({ ...asked, reason, requestId })).blockCount); return true; })
      : await acts.run(place, t("capacity.waterline.proposed"), async (requestId) => { await clients.triangle.proposeWaterline({ ...asked, motive: reason, requestId }); setDone("proposed"); return true; });
    if (answer) onChanged();
    if (acts.isTaken(place, answer)) setOpen(false);
  };
  const field = (key: "from" | "to") => (
    <label className="field">{t(`capacity.waterline.${key}`)}
      <input type="datetime-local" step={900} value={draft[key]} aria-invalid={problem === key || problem === "order" || problem === "long"} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />
    </label>
  );
  return (
    <section className="waterline" aria-label={t("capacity.waterline.title")}>
      <button ref={button} disabled={busy.has(place)} aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); setDone(undefined); acts.putAway(place); }}>{t("capacity.waterline.change")}</button>
      {typeof done === "number" && <p role="status">{t("capacity.waterline.done", { count: done })}</p>}
      {done === "proposed" && <p role="status">{t("capacity.waterline.proposed")} <a href={`/conflicts?${new URLSearchParams({ of: ownerOf(parent), view: "decisions" }).toString()}`}>{t("capacity.waterline.toDecisions")}</a></p>}
      {isOpen && (
        <div className="waterline-form">
          <fieldset className="waterline-ways">
            <legend>{t("capacity.waterline.way")}</legend>
            {ways.map((way) => <label key={way}><input type="radio" name="waterline-way" checked={chosen === way} onChange={() => setChosen(way)} /> {t(`capacity.waterline.wayOf.${way}`)}</label>)}
          </fieldset>
          {field("from")}
          {field("to")}
          <label className="field">{t("capacity.waterline.minimum")}
            <input type="number" min={0} max={10_000} value={draft.minimum} aria-invalid={problem === "minimum"} onChange={(event) => setDraft({ ...draft, minimum: event.target.value })} />
          </label>
          {problem && <p role="alert" className="problem-line">{t(`capacity.waterline.problem.${problem}`)}</p>}
          <ReasonForm label={t("capacity.waterline.reason")} confirm={t(chosen === "raise" ? "capacity.waterline.confirm" : "capacity.waterline.propose")} onLeave={() => setOpen(false)} onSubmit={(reason) => void send(reason)} />
        </div>
      )}
      <TroubleBox place={place} />
      {isOpen && chosen === "raise" && ways.includes("lower") && typeof failure === "object" && loweringReasons.includes(failure.reason) && <p><button onClick={() => { acts.putAway(place); setChosen("lower"); }}>{t("capacity.waterline.lowerInstead")}</button></p>}
    </section>
  );
}
