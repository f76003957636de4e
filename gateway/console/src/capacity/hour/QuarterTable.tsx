import { useTranslation } from "react-i18next";
import type { CapacityBlock } from "../../generated/handhaving/capacity/v1/ledger_pb";
import { layers, type LayerKey } from "./causes";
import { isKnown, levelOf, type Quarter } from "../calendar/heat";
import { clockOf } from "./quarterWords";

// What is asked and promised is counted whether or not the strength is known.
const always: readonly LayerKey[] = ["waterline", "held", "confirmed"];

/** The layers of each quarter, from posts to what is free. */
export function QuarterTable({ quarters }: { quarters: readonly Quarter[] }) {
  const { t } = useTranslation();
  const numberOf = (block: CapacityBlock | undefined, layer: LayerKey) => (block && (always.includes(layer) || isKnown(block)) ? String(block[layer]) : t("capacity.unknownSign"));
  return (
    <div className="quarters">
      <table>
        <caption className="unseen">{t("capacity.hour.quarters")}</caption>
        <thead><tr><th scope="col">{t("capacity.hour.layerColumn")}</th>{quarters.map(({ start }) => <th key={start} scope="col">{clockOf(start)}</th>)}</tr></thead>
        <tbody>
          {layers.map((layer) => (
            <tr key={layer} data-layer={layer}>
              <th scope="row">{t(`capacity.hour.layer.${layer}`)} <span className="quiet">{t(`capacity.hour.about.${layer}`)}</span></th>
              {quarters.map(({ start, block }) => <td key={start} data-level={layer === "free" ? levelOf(block) : undefined}>{numberOf(block, layer)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
