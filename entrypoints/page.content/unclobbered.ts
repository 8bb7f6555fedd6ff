/**
 * What a page may overwrite on its elements, read from the prototypes: a form's controls named `parentNode` or
 * `localName` hide these properties, for extensions too.
 */

function getter<T extends object, K extends keyof T>(prototype: T, name: K): (of: T) => T[K] {
  const read = Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: T) => T[K];
  return (of) => read.call(of);
}

export const parentOf = getter(Node.prototype, 'parentNode');
export const nextOf = getter(Node.prototype, 'nextSibling');
export const previousOf = getter(Node.prototype, 'previousSibling');
export const firstOf = getter(Node.prototype, 'firstChild');
export const lastOf = getter(Node.prototype, 'lastChild');
export const nextElementOf = getter(Element.prototype, 'nextElementSibling');
export const isConnected = getter(Node.prototype, 'isConnected');
export const nodeTypeOf = getter(Node.prototype, 'nodeType');
export const tagOf = getter(Element.prototype, 'localName');
export const shadowOf = getter(Element.prototype, 'shadowRoot');

const childrenOf = getter(Element.prototype, 'childElementCount');
const findAll = Element.prototype.querySelectorAll;
/**
 * How many elements are below one, counted up to so many and no further where it has as many children. Not by a
 * collection: the browser would keep it with the element, and every change there would have to look after it.
 */
export function countWithin(element: Element, most: number): number {
  const children = childrenOf(element);
  return children === 0 || children >= most
    ? Math.min(children, most)
    : Math.min(findAll.call(element, '*').length, most);
}
export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
export const findWithin = (element: Element, selector: string): Element | null =>
  Element.prototype.querySelector.call(element, selector);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
export const scrollIntoView = (element: Element, how: ScrollIntoViewOptions): void =>
  Element.prototype.scrollIntoView.call(element, how);
export const contains = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);
export const isVisible = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });
