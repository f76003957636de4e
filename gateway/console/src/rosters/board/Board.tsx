import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { sayDay } from "../../capacity/calendar/period";
import type { OpenShift, ShiftWish } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import type { RosterFinding, RosterShift } from "../../generated/handhaving/capacity/v1/roster_pb";
import { dayOfShift, pinnedOrNot } from "../editing/moves";
import { findingsAt } from "../findings/findings";
import { carried, carriedTo, type Bounds, type Lifted } from "./lift";
import { OpenRow } from "./OpenRow";
import { shiftsOn, type BoardRow } from "./rows";
import { ShiftBlock } from "./ShiftBlock";
import { useBoardKeys } from "./useBoardKeys";
import { useDrag } from "./useDrag";
import { useHeldWords } from "./useHeldWords";
import { useWishWords } from "./useWishWords";

interface Properties {
  rows: readonly BoardRow[];
  /** Days that are shown. */
  days: readonly string[];
  bounds: Bounds;
  shifts: readonly RosterShift[];
  findings: readonly RosterFinding[];
  open: readonly OpenShift[] | undefined;
  wishesAt: (officer: string, day: string) => readonly ShiftWish[];
  edited: ReadonlySet<string>;
  opened: string;
  label: string;
  functionOf: (code: string) => string;
  mayChange: boolean;
  onOpen: (id: string) => void;
  onNew: (officer: string, day: string) => void;
  onPut: (shift: RosterShift) => void;
  onRemove: (id: string) => void;
  /** Brings a day into view. */
  onShow: (day: string) => void;
}

/** People down, days across: a shift is picked up, carried by arrows or pointer, and put down. */
export function Board({ rows, days, bounds, shifts, findings, open, wishesAt, edited, opened, label, functionOf, mayChange, onOpen, onNew, onPut, onRemove, onShow }: Properties) {
  const { t, i18n } = useTranslation();
  const [lifted, setLifted] = useState<Lifted>();
  const inHand = useRef<Lifted>(undefined); // a pointer moves faster than the page is drawn
  const [said, setSaid] = useState("");
  const focusNext = useRef<string>(undefined);
  const shown = lifted ? shifts.map((shift) => (shift.id === lifted.from.id ? lifted.shift : shift)) : shifts;
  const stops = rows.flatMap(({ officer }, row) => days.flatMap((day, column) => { const here = shiftsOn(shown, officer, day); return here.length === 0 ? [`${row} ${column}`] : here.map(({ id }) => id); }));
  const { board, stop, setStop, go, focusStop } = useBoardKeys(stops[0] ?? "");
  const entry = stops.includes(stop) ? stop : stops[0];
  const held = useHeldWords(rows);
  const sayWishes = useWishWords();
  useEffect(() => { if (focusNext.current !== undefined && focusStop(focusNext.current)) focusNext.current = undefined; });
  const carry = (next: Lifted | undefined) => { inHand.current = next; setLifted(next); };
  const hold = (next: Lifted) => { focusNext.current = next.from.id; carry(next); setSaid(held.carried(next)); onShow(dayOfShift(next.shift)); };
  const lift = (id: string) => {
    const shift = shifts.find((one) => one.id === id);
    if (shift && mayChange) hold({ from: shift, shift });
  };
  const putDown = () => {
    const { current } = inHand;
    if (!current) return;
    focusNext.current = current.from.id;
    carry(undefined);
    setSaid(held.putDown(current));
    if (current.shift !== current.from) onPut(current.shift);
  };
  const putBack = () => {
    if (!lifted) return;
    drag.letGo();
    focusNext.current = lifted.from.id;
    carry(undefined);
    setSaid(held.putBack);
    onShow(dayOfShift(lifted.from));
  };
  const drag = useDrag({ onLift: lift, onOver: (officer, day) => { if (inHand.current) hold(carriedTo(inHand.current, officer, day, bounds)); }, onDrop: putDown });
  const act = (event: KeyboardEvent<HTMLElement>): boolean => {
    const at = (event.target as HTMLElement).closest<HTMLElement>("[data-stop]");
    const id = at?.dataset.stop ?? "";
    const shift = shifts.find((one) => one.id === id);
    if (lifted) {
      if (event.key === "Escape") putBack();
      else if (event.key === " " || event.key === "Enter") putDown();
      else {
        const next = carried(lifted, event.key, event.shiftKey, bounds);
        if (next) hold(next);
      }
      return event.key !== "Tab";
    }
    if (shift && event.key === " " && mayChange) lift(id);
    else if (shift && event.key === "Delete" && mayChange) { onRemove(id); setSaid(t("roster.removedSaid")); }
    else if (shift && event.key.toLowerCase() === "p" && mayChange) { onPut(pinnedOrNot(shift)); setSaid(t(shift.pinned ? "roster.unpinnedSaid" : "roster.pinnedSaid")); }
    else if (!shift && event.key === "Enter" && mayChange && at) onNew(at.dataset.officer ?? "", at.dataset.day ?? "");
    else return go(event);
    return true;
  };
  return (
    <div className="board">
      <p id="board-how" className="quiet">{t(mayChange ? "roster.how" : "roster.howRead")}</p>
      <p className="unseen" role="status">{said}</p>
      <div className="board-scroll">
        <table ref={board} role="grid" aria-label={label} onKeyDown={(event) => { if (act(event)) event.preventDefault(); }} onBlur={(event) => { if (lifted && event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) putBack(); }}>
          <thead><tr><th scope="col">{t("roster.person")}</th>{days.map((day) => <th key={day} scope="col">{sayDay(day, i18n.language, "short")}</th>)}</tr></thead>
          <tbody>
            {rows.map(({ officer, name, hours }, row) => (
              <tr key={officer}>
                <th scope="row">{name} <span className="quiet">{t("roster.hours", { hours })}</span></th>
                {days.map((day, column) => {
                  const here = shiftsOn(shown, officer, day);
                  const spot = `${row} ${column}`;
                  const isEmpty = here.length === 0;
                  const wished = sayWishes(wishesAt(officer, day));
                  return (
                    <td
                      key={day} role="gridcell" data-spot={spot} data-officer={officer} data-day={day} {...(isEmpty && { "data-stop": spot, tabIndex: entry === spot ? 0 : -1, "aria-label": `${t("roster.empty", { name, day: sayDay(day, i18n.language, "long") })}${wished === "" ? "" : `, ${wished}`}` })}
                      onFocus={(event) => setStop((event.target as HTMLElement).dataset.stop ?? spot)} onDoubleClick={() => { if (isEmpty && mayChange) onNew(officer, day); }}
                    >
                      {wished !== "" && <span className="wished">{wished}</span>}
                      {here.map((shift) => (
                        <ShiftBlock
                          key={shift.id} shift={shift} functionName={functionOf(shift.function)} findings={findingsAt(shift, findings)} isEdited={edited.has(shift.id)} isLifted={lifted?.from.id === shift.id} isOpened={opened === shift.id} isEntry={entry === shift.id}
                          onOpen={() => { if (!drag.endedDrag() && !lifted) onOpen(shift.id); }} onGrab={(event) => drag.grab(shift.id, event)}
                        />
                      ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          {open && open.length > 0 && <OpenRow open={open} days={days} />}
        </table>
      </div>
    </div>
  );
}
