"""Top floor: pages that combine the apps."""
