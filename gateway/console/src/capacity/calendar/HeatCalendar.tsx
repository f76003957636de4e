import { useTranslation } from "react-i18next";
import { hoursOfDay, type Cell } from "./heat";
import { sayDay } from "./period";
import { useHeatKeys } from "./useHeatKeys";

interface Properties {
  rows: readonly (readonly Cell[])[];
  label: string;
  today: string;
  opened: Cell | undefined;
  isStale: boolean;
  onOpen: (cell: Cell) => void;
}

/** Days by hours with how many people are free: number, sign and colour. */
export function HeatCalendar({ rows, label, today, opened, isStale, onOpen }: Properties) {
  const { t, i18n } = useTranslation();
  const todayRow = rows.findIndex((row) => row[0]?.day === today);
  const { grid, at, go, setSpot, onKeyDown } = useHeatKeys(rows.length, hoursOfDay.length, { row: Math.max(0, todayRow), column: 8 });
  const say = useCellWords();
  return (
    <div className={isStale ? "heat stale" : "heat"}>
      <table ref={grid} role="grid" aria-label={label} aria-readonly="true" onKeyDown={onKeyDown}>
        <thead>
          <tr><th scope="col">{t("capacity.day")}</th>{hoursOfDay.map((hour) => <th key={hour} scope="col">{String(hour).padStart(2, "0")}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={cells[0]?.day} className={row === todayRow ? "today" : undefined}>
              <th scope="row">{sayDay(cells[0]?.day ?? "", i18n.language, "short")}{row === todayRow && <span className="today-mark"> {t("capacity.today")}</span>}</th>
              {cells.map((cell, column) => (
                <td
                  key={cell.hour}
                  role="gridcell"
                  data-spot={`${row} ${column}`}
                  data-level={cell.quarters.length === 0 ? "absent" : cell.level}
                  tabIndex={at.row === row && at.column === column ? 0 : -1}
                  aria-label={say(cell)}
                  aria-selected={opened?.day === cell.day && opened.hour === cell.hour}
                  onFocus={() => setSpot({ row, column })}
                  onClick={() => { go({ row, column }); if (cell.quarters.length > 0) onOpen(cell); }}
                  onKeyDown={(event) => { if ((event.key === "Enter" || event.key === " ") && cell.quarters.length > 0) { event.preventDefault(); onOpen(cell); } }}
                >
                  {cell.quarters.length === 0 ? t("capacity.noHourSign") : cell.free ?? t("capacity.unknownSign")}
                  {cell.isPartlyUnknown && <sup>{t("capacity.unknownSign")}</sup>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useCellWords(): (cell: Cell) => string {
  const { t, i18n } = useTranslation();
  return ({ day, hour, quarters, level, free, isPartlyUnknown }) => {
    let said = quarters.length === 0 ? t("capacity.noHour") : t(`capacity.is.${level}`, { number: Math.abs(free ?? 0) });
    if (isPartlyUnknown) said = t("capacity.cellPart", { level: said });
    if (quarters.length > 4) said = t("capacity.cellTwice", { level: said });
    return t("capacity.cell", { day: sayDay(day, i18n.language, "long"), hour, level: said });
  };
}
