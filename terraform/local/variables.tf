variable "project" {
  description = "The name of the stack: containers, volumes, the network and the images begin with it. Another name is another stack."
  type        = string
  default     = "edm-local"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.project))
    error_message = "project is 2 to 31 of a-z, 0-9 and -, and begins with a letter."
  }
}

variable "web_port" {
  description = "Where the shop and its dashboard are, on this machine."
  type        = number
  default     = 5080

  validation {
    condition     = var.web_port == floor(var.web_port) && var.web_port >= 1 && var.web_port <= 65535
    error_message = "web_port is a port, 1 to 65535."
  }
}

variable "relay_port" {
  description = "Where senders other than the shop's pages find the relay, on this machine."
  type        = number
  default     = 5081

  validation {
    condition     = var.relay_port == floor(var.relay_port) && var.relay_port >= 1 && var.relay_port <= 65535
    error_message = "relay_port is a port, 1 to 65535."
  }

  validation {
    condition     = var.relay_port != var.web_port
    error_message = "relay_port is web_port: give each one of its own."
  }
}

variable "viewer_key" {
  description = "What viewers of the dashboard sign in with. Without one, everyone who reaches web_port sees it."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.viewer_key == null ? true : length(trimspace(var.viewer_key)) >= 16
    error_message = "viewer_key has at least 16 characters, so that nobody guesses it."
  }
}

variable "time_zone" {
  description = "Where the shop's days begin and end, by its IANA name."
  type        = string
  default     = "UTC"

  validation {
    condition     = can(regex("^[A-Za-z]+(/[A-Za-z0-9_+-]+)*$", var.time_zone))
    error_message = "time_zone is an IANA name such as UTC or Europe/Berlin."
  }
}

variable "demo_shoppers" {
  description = "Whether POST /demo/shoppers lets ten shoppers in for two minutes."
  type        = bool
  default     = true
}

variable "patience" {
  description = "How long to wait for all of it to be healthy, in seconds."
  type        = number
  default     = 300

  validation {
    condition     = var.patience >= 30
    error_message = "patience is at least 30 seconds: Kafka alone takes ten."
  }
}
