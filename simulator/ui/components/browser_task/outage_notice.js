// A page that lost its server says so in its own words, in place of Streamlit's window over it.

class OutageNotice {
  constructor() {
    this.bar = Object.assign(document.createElement("div"), { className: "wc-outage" });
    this.bar.setAttribute("role", "alert");
    this.observer = new MutationObserver(() => this.look());
  }

  start(words) {
    this.words = words;
    // One observer for both: the window comes as a child of the body, the state as an attribute further down.
    this.observer.observe(document.body, { childList: true });
    const app = document.querySelector('[data-testid="stApp"]');
    if (app) this.observer.observe(app, { attributeFilter: ["data-test-connection-state"] });
  }

  look() {
    const tells = !isConnected() && !window.wcTelling?.size;
    if (tells) closeOutageWindow();
    if (tells === this.bar.isConnected) return;
    // In the page before it has words: only what changes in an alert is read out.
    if (tells) document.body.append(this.bar);
    else this.bar.remove();
    this.bar.textContent = tells ? this.words : "";
  }
}
