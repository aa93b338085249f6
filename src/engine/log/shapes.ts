/** Whether a parsed JSON value is of a shape. What the shape does not name may be there, too, and is kept. */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === 'string';
export const named: Shape = (value) => typeof value === 'string' && value !== '';
export const flag: Shape = (value) => typeof value === 'boolean';
export const number: Shape = (value) => Number.isFinite(value);
export const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

export const oneOf =
  (...values: readonly unknown[]): Shape =>
  (value) =>
    values.includes(value);

export const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);

export const nullable =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);

export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every((item) => shape(item));

/** An object with members of these shapes. `T` is the type that it stands for: a member of it can't be forgotten. */
export function objectOf<T>(members: { readonly [K in keyof Required<T>]: Shape }): Shape {
  const shapes = Object.entries<Shape>(members);
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    shapes.every(([name, shape]) => shape(Reflect.get(value, name)));
}
