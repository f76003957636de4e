/** One line of what is known; nothing where there is nothing. */
export function Fact({ name, value }: { name: string; value: string }) {
  return value.trim() === "" ? null : <div><dt>{name}</dt><dd>{value}</dd></div>;
}
