import { StrengthLayer, type StrengthLoss } from "../../generated/handhaving/capacity/v1/ledger_pb";
import nl from "../../words/nl/pages/capacity.json";

export type CauseKey = keyof typeof nl.cause;
export type LayerKey = keyof typeof nl.hour.layer;

/** Key of the words for a cause; `other` for one of a later version, which is shown as its code. */
export function causeKey(cause: string): CauseKey {
  return Object.hasOwn(nl.cause, cause) ? (cause as CauseKey) : "other";
}

/** Layers in which people are lost, from posts on. */
export const lossLayers = [
  [StrengthLayer.STAFFED, "staffed"], [StrengthLayer.DEPLOYABLE, "deployable"], [StrengthLayer.PLANNABLE, "plannable"],
] as const satisfies readonly (readonly [StrengthLayer, LayerKey])[];

/** The layers of a block in the order in which they follow from each other. */
export const layers: readonly LayerKey[] = ["established", "staffed", "deployable", "plannable", "waterline", "held", "confirmed", "free"];

/** The same losses, whatever their order. */
export function sameLosses(one: readonly StrengthLoss[], other: readonly StrengthLoss[]): boolean {
  const written = (losses: readonly StrengthLoss[]) => losses.map(({ layer, cause, count }) => `${layer} ${cause} ${count}`).sort().join(";");
  return written(one) === written(other);
}
