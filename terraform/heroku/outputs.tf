output "shop" {
  description = "The shop."
  value       = "${local.address.web}/"
}

output "dashboard" {
  description = "What the shop is doing right now, for viewers."
  value       = "${local.address.web}/dashboard"
}

output "relay" {
  description = "Where other senders post their events."
  value       = "${local.address.relay}/events"
}

output "viewer_key" {
  description = "How to read the key that viewers sign in with."
  value       = "heroku config:get Access__ViewerKey --app ${var.project}-web"
}
