const greeting = document.getElementById("greeting");
greeting.textContent = "Hello " + decodeURIComponent(location.hash.slice(1));
