import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Client } from "@connectrpc/connect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import { ReasonForm } from "../../asking/ReasonForm";
import { useFocusBack } from "../../look/useFocusBack";
import type { LedgerService } from "../../generated/handhaving/capacity/v1/ledger_service_pb";
import { useStore } from "../../time/store";
import { dateFieldOf, momentOfField } from "../../time/words";
import { problemOf } from "./waterline";

interface Properties {
  client: Client<typeof LedgerService>;
  parent: string;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  minimum: number;
  onChanged: () => void;
}

/** Changes the minimum that stays, over a stretch that begins with this hour, with a reason. */
export function WaterlineForm({ client, parent, start, end, minimum, onChanged }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [isOpen, setOpen] = useState(false);
  const button = useFocusBack(isOpen);
  const [done, setDone] = useState<number>();
  const [draft, setDraft] = useState({ from: dateFieldOf(start), to: dateFieldOf(end), minimum: String(minimum) });
  const place = `waterline ${parent}`;
  const isBusy = useStore(acts).busy.has(place);
  const problem = problemOf(draft);
  const change = async (reason: string) => {
    const [from, to] = [momentOfField(draft.from), momentOfField(draft.to)];
    if (problem || from === undefined || to === undefined) return;
    const answer = await acts.run(place, t("capacity.waterline.kept"), (requestId) =>
      client.changeWaterline({ parent, startTime: timestampFromMs(from), endTime: timestampFromMs(to), minimum: Number(draft.minimum), reason, requestId }));
    if (answer) { setDone(answer.blockCount); onChanged(); }
    if (acts.isTaken(place, answer)) setOpen(false);
  };
  const field = (key: "from" | "to") => (
    <label className="field">{t(`capacity.waterline.${key}`)}
      <input type="datetime-local" step={900} value={draft[key]} aria-invalid={problem === key || problem === "order" || problem === "long"} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />
    </label>
  );
  return (
    <section className="waterline" aria-label={t("capacity.waterline.title")}>
      <button ref={button} disabled={isBusy} aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); setDone(undefined); }}>{t("capacity.waterline.change")}</button>
      {done !== undefined && <p role="status">{t("capacity.waterline.done", { count: done })}</p>}
      {isOpen && (
        <div className="waterline-form">
          {field("from")}
          {field("to")}
          <label className="field">{t("capacity.waterline.minimum")}
            <input type="number" min={0} max={10_000} value={draft.minimum} aria-invalid={problem === "minimum"} onChange={(event) => setDraft({ ...draft, minimum: event.target.value })} />
          </label>
          {problem && <p role="alert" className="problem-line">{t(`capacity.waterline.problem.${problem}`)}</p>}
          <ReasonForm label={t("capacity.waterline.reason")} confirm={t("capacity.waterline.confirm")} onLeave={() => setOpen(false)} onSubmit={(reason) => void change(reason)} />
        </div>
      )}
      <TroubleBox place={place} />
    </section>
  );
}
