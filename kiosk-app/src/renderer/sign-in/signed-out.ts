// The provider has forgotten the citizen.
window.close();
