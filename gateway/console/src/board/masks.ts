import type { BoardDelta } from "../generated/handhaving/dispatch/v1/board_service_pb";

/** Fields of the item that a change is about, as the message names them; none = all. */
export function pathsOf(delta: BoardDelta): readonly string[] {
  return (delta.updateMask?.paths ?? []).map((path) => camelOf(path.split(".").at(-1) ?? ""));
}

/** The item known with those fields of the new one; without any named, the new one. */
export function merged<Item extends object>(known: Item, changed: Item, fields: readonly string[]): Item {
  if (fields.length === 0) return changed;
  const result = { ...known };
  for (const field of fields) Reflect.set(result, field, Reflect.get(changed, field));
  return result;
}

// `last_fix` of the contract is `lastFix` here.
function camelOf(field: string): string {
  return field.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
