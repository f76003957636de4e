import { noLists, type Catalog, type Lists } from "../catalog/catalog";
import type { UnitStatusCode } from "../generated/handhaving/dispatch/v1/unit_service_pb";

type Plain = Pick<Lists, "types" | "dispositions"> & { outcomes: [string, Lists["dispositions"]][]; owners: [string, string][]; codes: [string, readonly UnitStatusCode[]][] };

const key = "handhaving-field-lists";

/** Kinds and outcomes as this device read them last: a crew ends a job without a network too. They hold no personal data. */
export function keptLists(): Lists {
  const text = localStorage.getItem(key);
  if (text === null) return noLists;
  try {
    const { types, dispositions, outcomes, owners, codes } = JSON.parse(text) as Plain;
    return { types, dispositions, outcomes: new Map(outcomes), owners: new Map(owners), codes: new Map(codes) };
  } catch {
    return noLists; // they are read anew
  }
}

export function keepLists(catalog: Catalog): () => void {
  return catalog.follow(() => {
    const { types, dispositions, outcomes, owners, codes } = catalog.state;
    localStorage.setItem(key, JSON.stringify({ types, dispositions, outcomes: [...outcomes], owners: [...owners], codes: [...codes] } satisfies Plain));
  });
}
