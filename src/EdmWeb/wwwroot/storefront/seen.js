/** @param {Element} element @param {() => void} then once, when its first 120 pixels are on the screen @param {AbortSignal} left */
export function whenSeen(element, then, left) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    then();
  }, { rootMargin: '0px 0px -120px' });
  observer.observe(element);
  left.addEventListener('abort', () => observer.disconnect());
}
