# No provider is downloaded: terraform_data is a part of Terraform itself.
terraform {
  required_version = ">= 1.9"
}
