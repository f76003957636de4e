import type { Client } from "@connectrpc/connect";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import type { TriangleService } from "../generated/handhaving/capacity/v1/triangle_service_pb";
import type { Person } from "../session/person";
import { useNow } from "../time/clock";
import { useStore } from "../time/store";
import { timeOfDay } from "../time/words";
import { ConflictList } from "./ConflictList";
import { ConflictPanel } from "./ConflictPanel";
import { DecisionCard } from "./deciding/DecisionCard";
import type { Names } from "./names";
import type { Triangle, View } from "./triangle";

interface Properties {
  triangle: Triangle;
  client: Client<typeof TriangleService>;
  person: Person;
  names: Names;
  view: View;
  /** Name of the conflict that is asked for; empty = none. */
  conflict: string;
  onOpen: (conflict: string, view?: View) => void;
}

const fresh = 5 * 60_000; // milliseconds
const none = { open: "conflict.noneOpen", all: "conflict.noneAll", decisions: "conflict.noneDecisions", register: "conflict.noneRegister" } as const;

/** The lists of one owner, with when they were read, and the conflict that is open. */
export function TrianglePanel({ triangle, client, person, names, view, conflict, onOpen }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const { conflicts, decisions, shown, phase, readAt, hasMore, failure } = useStore(triangle);
  const now = useNow();
  const isOld = readAt !== 0 && (failure !== undefined || now - readAt > fresh);
  const time = timeOfDay(readAt);
  const listsConflicts = view === "open" || view === "all";
  const isEmpty = phase === "read" && (listsConflicts ? conflicts.length : decisions.length) === 0;
  const lists = useRef<HTMLDivElement>(null);
  const close = () => {
    lists.current?.querySelector<HTMLElement>(".conflict-row[aria-current]")?.focus();
    onOpen("");
  };
  const card = { client, person, names, onChanged: () => void triangle.again() };
  return (
    <>
      <div className="read-line">
        <p role="status">{phase === "reading" ? t("conflict.reading") : readAt !== 0 && !isOld ? t("conflict.readAt", { time }) : ""}</p>
        {isOld && <p className="due">{t(failure ? "conflict.oldFailed" : "conflict.old", { time })}</p>}
        <button disabled={phase === "reading"} onClick={() => void triangle.again()}>{t("conflict.readAgain")}</button>
        {hasMore && <button disabled={phase === "reading"} onClick={() => void triangle.more()}>{t("conflict.more")}</button>}
      </div>
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={() => void triangle.again()} signInBeside={signInBeside} />}
      {view === "register" && <p className="quiet">{t("conflict.aboutRegister")}</p>}
      {isEmpty && conflict === "" && <p className="nothing">{t(none[view])}</p>}
      <div ref={lists} className={isOld ? "triangle stale" : "triangle"}>
        {listsConflicts && conflicts.length > 0 && <ConflictList conflicts={conflicts} opened={conflict} names={names} onOpen={(name) => onOpen(name)} />}
        {listsConflicts && shown && <ConflictPanel key={shown.name} conflict={shown} decisions={decisions.filter((one) => one.conflict === shown.name)} card={card} onClose={close} />}
        {listsConflicts && !shown && conflicts.length > 0 && phase === "read" && <p className="nothing">{t("conflict.choose")}</p>}
        {!listsConflicts && <div className="decisions">{decisions.map((decision) => <DecisionCard key={decision.name} decision={decision} conflict={undefined} {...card} onOpen={() => onOpen(decision.conflict, "all")} />)}</div>}
      </div>
    </>
  );
}
