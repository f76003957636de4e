import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { teamName } from "../contracts/names";
import type { StaffFunction } from "../generated/handhaving/capacity/v1/ledger_pb";

/** How things are called on this page. */
export interface Names {
  /** Of a function, by its code. */
  functionOf: (code: string) => string;
  /** Of `municipalities/{code}` or `teams/{team}`. */
  ownerOf: (owner: string) => string;
}

export function useNames(functions: readonly StaffFunction[] | undefined, municipalities: ReadonlyMap<string, string>): Names {
  const { t } = useTranslation();
  return useMemo(() => ({
    functionOf: (code) => functions?.find((one) => one.code === code)?.displayName ?? code,
    ownerOf: (owner) => {
      const [kind, id = ""] = owner.split("/");
      return kind === "teams" ? (municipalities.get(id) ?? t("owner.team", { id: teamName(id) })) : t("owner.municipality", { id: municipalities.get(id) ?? id });
    },
  }), [functions, municipalities, t]);
}
