import { useTranslation } from "react-i18next";
import type { ShiftWish } from "../../generated/handhaving/capacity/v1/roster_service_pb";
import { likingOf } from "../../wishes/wishes";

/** Says in few words what somebody would like of a day; empty = nothing was said. */
export function useWishWords() {
  const { t } = useTranslation();
  return (wishes: readonly ShiftWish[]): string => wishes.map((wish) => t(`wish.onBoard.${likingOf(wish)}`, { code: wish.code })).join(", ");
}
