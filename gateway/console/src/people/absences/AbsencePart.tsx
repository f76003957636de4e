import type { Client } from "@connectrpc/connect";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { TroubleBox } from "../../acting/TroubleBox";
import type { Shortage } from "../../generated/handhaving/capacity/v1/ledger_pb";
import type { Absence, Officer } from "../../generated/handhaving/capacity/v1/people_pb";
import type { PeopleService } from "../../generated/handhaving/capacity/v1/people_service_pb";
import { useStore } from "../../time/store";
import { stretchOf } from "../../time/stretch";
import { certaintyKey, kindKey } from "../keys";
import { AbsenceForm } from "./AbsenceForm";
import { absenceOf, draftOf, newAbsence, type AbsenceDraft } from "./absenceDraft";
import type { SendAbsence } from "./sending";

interface Properties {
  client: Client<typeof PeopleService>;
  officer: Officer;
  functionOf: (code: string) => string;
  today: string;
  onDone: (officer: Officer | undefined) => void;
  /** The file changed elsewhere. */
  onReadAgain: () => void;
}

/** When somebody cannot be put to work: entered, changed, taken back; and where more is promised since than there is. */
export function AbsencePart({ client, officer, functionOf, today, onDone, onReadAgain }: Properties) {
  const { t } = useTranslation();
  const { acts } = useActing();
  const [edited, setEdited] = useState<Absence | "new">();
  const [shortages, setShortages] = useState<readonly Shortage[]>([]);
  const title = useRef<HTMLHeadingElement>(null);
  const { name, etag } = officer;
  const place = `absence ${name}`;
  const isBusy = useStore(acts).busy.has(place);
  const act = async (said: string, send: SendAbsence) => {
    const answer = await acts.run(place, said, async (requestId) => {
      const done = await send(requestId);
      setShortages(done.shortages ?? []);
      onDone(done.officer);
      return done;
    });
    if (answer) { setEdited(undefined); title.current?.focus(); return; } // what was acted with may go away
    const failure = acts.state.troubles.get(place)?.failure;
    if (typeof failure === "object" && failure.reason === "ETAG_MISMATCH") onReadAgain();
  };
  const enter = (draft: AbsenceDraft) => act(t("people.absence.entered"), (requestId) => (edited === "new" || edited === undefined
    ? client.reportAbsence({ parent: name, absence: absenceOf(draft), etag, requestId })
    : client.changeAbsence({ absence: { name: edited.name, ...absenceOf(draft) }, etag, requestId })));
  return (
    <section aria-labelledby="absence-title" className="absences">
      <h4 id="absence-title" ref={title} tabIndex={-1}>{t("people.absence.title")}</h4>
      {officer.absences.length === 0 && <p className="quiet">{t("people.absence.none")}</p>}
      <ul>
        {officer.absences.map((absence) => (
          <li key={absence.name}>
            <span>{t("people.absence.line", { kind: t(`people.absence.kind.${kindKey(absence.kind)}`), certainty: t(`people.absence.certainty.${certaintyKey(absence.certainty)}`), ...stretchOf(absence) })}</span>
            <button disabled={isBusy} onClick={() => setEdited(absence)}>{t("people.absence.change")}</button>
            <button disabled={isBusy} onClick={() => void act(t("people.absence.withdrew"), (requestId) => client.withdrawAbsence({ name: absence.name, etag, requestId }))}>{t("people.absence.withdraw")}</button>
          </li>
        ))}
      </ul>
      {edited === undefined
        ? <button onClick={() => setEdited("new")}>{t("people.absence.new")}</button>
        : <AbsenceForm key={edited === "new" ? "new" : edited.name} first={edited === "new" ? newAbsence(today) : draftOf(edited)} confirm={t(edited === "new" ? "people.absence.enter" : "people.absence.keep")} isBusy={isBusy} onSubmit={(draft) => void enter(draft)} onLeave={() => setEdited(undefined)} />}
      {shortages.length > 0 && <div role="status" className="shortages"><p>{t("people.shortages")}</p><ul>{shortages.map((one) => <li key={`${one.function} ${one.startTime?.seconds}`}>{t("people.shortage", { function: functionOf(one.function), count: one.missing, ...stretchOf(one) })}</li>)}</ul></div>}
      <TroubleBox place={place} />
    </section>
  );
}
