// What the page shows, as the program wrote it.
export const data = JSON.parse(document.getElementById("data").textContent);
