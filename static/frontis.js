// A button on each block of code that copies it. Whoever has no scripts misses nothing else.
if (navigator.clipboard) {
  for (const code of document.querySelectorAll("pre > code")) {
    const pre = code.parentElement;
    const box = document.createElement("div");
    const button = document.createElement("button");
    const say = (words) => { button.textContent = words; };
    box.className = "copyable";
    button.type = "button";
    button.className = "copy";
    button.lang = "en";
    button.setAttribute("aria-live", "polite");
    say("Copy");
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(code.textContent).then(() => say("Copied"), () => say("Not copied"));
      setTimeout(() => say("Copy"), 2000);
    });
    pre.replaceWith(box);
    box.append(pre, button);
  }
}
