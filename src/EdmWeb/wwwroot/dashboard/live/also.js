/**
 * One more stream of the same line, without a question of its own: asked for while its view is shown, and again after a
 * reconnect or an end.
 * @template T
 */
export class Also {
  #allowed = false;
  #wanted = false;
  /** @type {{ dispose(): void } | null} */ #open = null;
  #ask;
  #onItem;
  #retry;

  /**
   * @param {() => HubStream<T>} ask
   * @param {(item: T) => void} onItem
   * @param {() => number} retry ms until what ended is asked for again
   */
  constructor(ask, onItem, retry) {
    this.#ask = ask;
    this.#onItem = onItem;
    this.#retry = retry;
  }

  /** @param {boolean} allowed whether the node answers and anybody looks at the page */
  allow(allowed) {
    this.#allowed = allowed;
    this.#follow();
  }

  /** @param {boolean} wanted whether its view is shown */
  want(wanted) {
    this.#wanted = wanted;
    this.#follow();
  }

  #follow() {
    const wanted = this.#allowed && this.#wanted;
    if (wanted === (this.#open !== null)) return;
    if (!wanted) {
      this.#open?.dispose();
      this.#open = null;
      return;
    }
    const again = () => {
      if (this.#open !== stream) return;
      setTimeout(() => {
        if (this.#open !== stream) return;
        this.#open = null;
        this.#follow();
      }, this.#retry());
    };
    const stream = this.#ask().subscribe({
      next: (item) => { if (this.#open === stream) this.#onItem(item); },
      complete: again,
      error: again,
    });
    this.#open = stream;
  }
}
